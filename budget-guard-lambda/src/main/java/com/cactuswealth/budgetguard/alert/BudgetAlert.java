package com.cactuswealth.budgetguard.alert;

import java.math.BigDecimal;
import java.time.Clock;
import java.time.LocalDate;
import java.time.YearMonth;

/**
 * What AWS Budgets says about a cost budget, amounts in US dollars.
 *
 * @param date when it says so
 * @param account the AWS account, twelve digits
 * @param budget the budget's name
 * @param unit how long the budget's period is
 * @param type whether the money is spent or expected to be
 * @param budgeted the budget's limit
 * @param threshold the amount above which the alert was asked for; AWS has turned percentages into dollars
 * @param amount spent or expected, above {@code threshold}
 */
public record BudgetAlert(
        LocalDate date,
        String account,
        String budget,
        Unit unit,
        Type type,
        BigDecimal budgeted,
        BigDecimal threshold,
        BigDecimal amount) {

    /** Spent, or expected to be spent by the end of the period. */
    public enum Type {
        ACTUAL,
        FORECASTED
    }

    /** The length of a budget's period. */
    public enum Unit {
        DAY,
        MONTH
    }

    /** The budget's period as reports and tags write it. */
    public String period() {
        return switch (unit) {
            case DAY -> date.toString();
            case MONTH -> YearMonth.from(date).toString();
        };
    }

    /** Whether its period still lasts. Daily budgets are spoken of on the next day. */
    public boolean isCurrent(Clock clock) {
        var today = LocalDate.now(clock);
        return switch (unit) {
            case DAY -> !date.isBefore(today.minusDays(1)) && !date.isAfter(today);
            case MONTH -> YearMonth.from(date).equals(YearMonth.from(today));
        };
    }
}
