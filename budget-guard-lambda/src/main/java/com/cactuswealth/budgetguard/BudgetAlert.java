package com.cactuswealth.budgetguard;

import java.math.BigDecimal;

/**
 * What AWS Budgets says about a cost budget, amounts in US dollars.
 *
 * @param account the AWS account, twelve digits
 * @param budget the budget's name
 * @param type whether the money is spent or expected to be
 * @param budgeted the budget's limit
 * @param threshold the amount above which the alert was asked for; AWS has turned percentages into dollars
 * @param amount spent or expected, above {@code threshold}
 */
record BudgetAlert(
        String account, String budget, Type type, BigDecimal budgeted, BigDecimal threshold, BigDecimal amount) {

    enum Type {
        ACTUAL,
        FORECASTED
    }
}
