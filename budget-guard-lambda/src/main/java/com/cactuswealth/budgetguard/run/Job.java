package com.cactuswealth.budgetguard.run;

import com.cactuswealth.budgetguard.GuardEvent.Continuation;
import com.cactuswealth.budgetguard.Invocation;
import com.cactuswealth.budgetguard.report.Report;
import java.util.Optional;

/** What a schedule asks for, begun or carried on. Empty when the next invocation carries on. */
public interface Job {

    Optional<Report> begin(Invocation invocation);

    Optional<Report> carryOn(Continuation continuation, Invocation invocation);
}
