package com.cactuswealth.budgetguard;

import com.cactuswealth.budgetguard.Reading.NotUnderstood;
import com.cactuswealth.budgetguard.Reading.Understood;
import com.fasterxml.jackson.annotation.JsonInclude;

/**
 * What the guard made of one message. It takes no action yet.
 *
 * @param alert null when the message was not understood
 * @param reason null when it was
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
record Decision(String messageId, boolean understood, BudgetAlert alert, String reason) {

    static Decision on(String messageId, Reading reading) {
        return switch (reading) {
            case Understood(var alert) -> new Decision(messageId, true, alert, null);
            case NotUnderstood(var reason) -> new Decision(messageId, false, null, reason);
        };
    }
}
