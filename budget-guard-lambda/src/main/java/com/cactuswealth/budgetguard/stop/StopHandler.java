package com.cactuswealth.budgetguard.stop;

import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.RequestHandler;
import com.cactuswealth.budgetguard.Action;
import com.cactuswealth.budgetguard.Answer;
import com.cactuswealth.budgetguard.GuardEvent;
import com.cactuswealth.budgetguard.Invocation;
import com.cactuswealth.budgetguard.Outcome;
import com.cactuswealth.budgetguard.report.Phrase;
import com.cactuswealth.budgetguard.report.Remark;
import com.cactuswealth.budgetguard.run.Runs;
import jakarta.inject.Named;
import java.time.Clock;
import java.util.Optional;

/** The function that AWS Budgets reaches by way of SNS. The wire only: {@link Stop} knows what to do. */
@Named("stop")
class StopHandler implements RequestHandler<GuardEvent, Answer> {

    private final Stop stop;
    private final SelfTest selfTest;
    private final Runs runs;
    private final Clock clock;

    StopHandler(Stop stop, SelfTest selfTest, Runs runs, Clock clock) {
        this.stop = stop;
        this.selfTest = selfTest;
        this.runs = runs;
        this.clock = clock;
    }

    @Override
    public Answer handleRequest(GuardEvent event, Context context) {
        var invocation = Invocation.of(context, clock);
        if (event.asksFor(Action.STOP) && event.continuation() != null) {
            return Answer.of(stop.carryOn(event.continuation(), invocation));
        }
        if (event.asksFor(Action.SELF_TEST)) {
            return Answer.of(selfTest.run(invocation));
        }
        if (event.notices().isEmpty()) {
            return Answer.of(runs.conclude(
                    runs.subject(Action.STOP, invocation).report(Outcome.REFUSED, Remark.of(Phrase.NOTHING_KNOWN))));
        }
        return Answer.of(event.notices().stream()
                .map(notice -> stop.begin(notice, invocation))
                .flatMap(Optional::stream)
                .toList());
    }
}
