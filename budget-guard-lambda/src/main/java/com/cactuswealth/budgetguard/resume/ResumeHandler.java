package com.cactuswealth.budgetguard.resume;

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

/** The function that a schedule invokes when a budget's period begins. The wire only: {@link Resume} knows what to do. */
@Named("resume")
class ResumeHandler implements RequestHandler<GuardEvent, Answer> {

    private final Resume resume;
    private final Runs runs;
    private final Clock clock;

    ResumeHandler(Resume resume, Runs runs, Clock clock) {
        this.resume = resume;
        this.runs = runs;
        this.clock = clock;
    }

    @Override
    public Answer handleRequest(GuardEvent event, Context context) {
        var invocation = Invocation.of(context, clock);
        if (!event.asksFor(Action.RESUME)) {
            return Answer.of(runs.conclude(
                    runs.subject(Action.RESUME, invocation).report(Outcome.REFUSED, Remark.of(Phrase.NOTHING_KNOWN))));
        }
        return Answer.of(
                event.continuation() == null
                        ? resume.begin(invocation)
                        : resume.carryOn(event.continuation(), invocation));
    }
}
