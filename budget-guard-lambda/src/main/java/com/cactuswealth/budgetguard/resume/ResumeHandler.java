package com.cactuswealth.budgetguard.resume;

import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.RequestHandler;
import com.cactuswealth.budgetguard.Action;
import com.cactuswealth.budgetguard.Answer;
import com.cactuswealth.budgetguard.GuardEvent;
import com.cactuswealth.budgetguard.run.Schedule;
import jakarta.inject.Named;

/** The function that a schedule invokes when a budget's period begins. The wire only: {@link Resume} knows what to do. */
@Named("resume")
class ResumeHandler implements RequestHandler<GuardEvent, Answer> {

    private final Schedule schedule;
    private final Resume resume;

    ResumeHandler(Schedule schedule, Resume resume) {
        this.schedule = schedule;
        this.resume = resume;
    }

    @Override
    public Answer handleRequest(GuardEvent event, Context context) {
        return schedule.answer(event, context, Action.RESUME, resume);
    }
}
