package com.cactuswealth.budgetguard.report;

import java.math.BigDecimal;
import java.math.RoundingMode;

/** Amounts as programs read them. */
final class Dollars {

    private Dollars() {}

    static String orNull(BigDecimal amount) {
        return amount == null
                ? null
                : amount.setScale(2, RoundingMode.HALF_EVEN).toPlainString();
    }
}
