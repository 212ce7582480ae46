package com.cactuswealth.budgetguard.resume;

import java.math.BigDecimal;

/** How much of a budget is spent, in US dollars. */
public record Spend(BigDecimal actual, BigDecimal budgeted) {

    boolean reaches(BigDecimal share) {
        return actual.compareTo(budgeted.multiply(share)) >= 0;
    }
}
