package com.cactuswealth.budgetguard.resize;

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

/** The function that a schedule invokes to make instances smaller. The wire only: {@link Resize} knows what to do. */
@Named("resize")
class ResizeHandler implements RequestHandler<GuardEvent, Answer> {

    private final Resize resize;
    private final Runs runs;
    private final Clock clock;

    ResizeHandler(Resize resize, Runs runs, Clock clock) {
        this.resize = resize;
        this.runs = runs;
        this.clock = clock;
    }

    @Override
    public Answer handleRequest(GuardEvent event, Context context) {
        var invocation = Invocation.of(context, clock);
        if (!event.asksFor(Action.RESIZE)) {
            return Answer.of(runs.conclude(
                    runs.subject(Action.RESIZE, invocation).report(Outcome.REFUSED, Remark.of(Phrase.NOTHING_KNOWN))));
        }
        return Answer.of(
                event.continuation() == null
                        ? resize.begin(invocation)
                        : resize.carryOn(event.continuation(), invocation));
    }
}
