package com.cactuswealth.budgetguard.resize;

import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.RequestHandler;
import com.cactuswealth.budgetguard.Action;
import com.cactuswealth.budgetguard.Answer;
import com.cactuswealth.budgetguard.GuardEvent;
import com.cactuswealth.budgetguard.run.Schedule;
import jakarta.inject.Named;

/** The function that a schedule invokes to make instances smaller. The wire only: {@link Resize} knows what to do. */
@Named("resize")
class ResizeHandler implements RequestHandler<GuardEvent, Answer> {

    private final Schedule schedule;
    private final Resize resize;

    ResizeHandler(Schedule schedule, Resize resize) {
        this.schedule = schedule;
        this.resize = resize;
    }

    @Override
    public Answer handleRequest(GuardEvent event, Context context) {
        return schedule.answer(event, context, Action.RESIZE, resize);
    }
}
