package com.cactuswealth.notifications.budget;

import com.cactuswealth.notifications.inbox.Wording;

/** How far the budget guard came. */
@SuppressWarnings("ImmutableEnumChecker") // a record of strings is immutable
enum BudgetOutcome {
    ANNOUNCED("empieza ahora", "begins now"),
    DONE("hecho", "done"),
    NOTHING_TO_DO("no hacía falta", "nothing to do"),
    REFUSED("no se hizo por precaución", "refused as a precaution"),
    FAILED("falló", "failed"),
    DRY_RUN("solo un ensayo", "only a rehearsal");

    private final Wording label;

    BudgetOutcome(String spanish, String english) {
        label = new Wording(spanish, english);
    }

    Wording label() {
        return label;
    }
}
