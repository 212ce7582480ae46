package com.cactuswealth.budgetguard.run;

import com.cactuswealth.budgetguard.report.Report;
import java.util.Optional;

/** Something done in steps, each of which looks at AWS anew, so that any invocation can carry on with it. */
public interface Work {

    /** Does what can be done now. A report once nothing is left to wait for. */
    Optional<Report> step();

    /** What to say when it takes longer than it ever should. */
    Report gaveUp();
}
