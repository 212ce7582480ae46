package com.cactuswealth.budgetguard.run;

import com.amazonaws.services.lambda.runtime.Context;
import com.cactuswealth.budgetguard.Action;
import com.cactuswealth.budgetguard.Answer;
import com.cactuswealth.budgetguard.GuardEvent;
import com.cactuswealth.budgetguard.Invocation;
import com.cactuswealth.budgetguard.Outcome;
import com.cactuswealth.budgetguard.report.Phrase;
import com.cactuswealth.budgetguard.report.Remark;
import jakarta.inject.Singleton;
import java.time.Clock;

/** How a function that a schedule invokes answers: it does what it is for, and nothing else. */
@Singleton
public class Schedule {

    private final Runs runs;
    private final Clock clock;

    Schedule(Runs runs, Clock clock) {
        this.runs = runs;
        this.clock = clock;
    }

    /** Does the job when the event asks for its action. */
    public Answer answer(GuardEvent event, Context context, Action action, Job job) {
        var invocation = Invocation.of(context, clock);
        if (!event.asksFor(action)) {
            return Answer.of(runs.conclude(
                    runs.subject(action, invocation).report(Outcome.REFUSED, Remark.of(Phrase.NOTHING_KNOWN))));
        }
        return Answer.of(
                event.continuation() == null ? job.begin(invocation) : job.carryOn(event.continuation(), invocation));
    }
}
