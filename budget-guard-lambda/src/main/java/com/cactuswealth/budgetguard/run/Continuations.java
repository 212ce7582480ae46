package com.cactuswealth.budgetguard.run;

import com.cactuswealth.budgetguard.Action;
import com.cactuswealth.budgetguard.GuardEvent.Continuation;
import com.cactuswealth.budgetguard.Invocation;

/** Has this function invoked again. */
public interface Continuations {

    void handOver(Action action, Continuation continuation, Invocation from);
}
