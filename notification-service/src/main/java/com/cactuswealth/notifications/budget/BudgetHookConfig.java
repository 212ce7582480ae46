package com.cactuswealth.notifications.budget;

import io.smallrye.config.ConfigMapping;
import java.util.Optional;

/** How the budget guard reaches us. */
@ConfigMapping(prefix = "cactus.budget-hook")
interface BudgetHookConfig {

    /**
     * The {@code whsec_} secret that the guard signs with; without it there is no hook. Several, separated by spaces, are
     * all accepted, so that a new one can be set here before the guard signs with it.
     */
    Optional<String> secret();
}
