package com.cactuswealth.launcher.aws;

import com.fasterxml.jackson.databind.JsonNode;
import java.math.BigDecimal;
import java.util.Optional;

/** What AWS Budgets says of the month so far; it lags by up to a day. */
public record Spending(BigDecimal limit, BigDecimal actual, Optional<BigDecimal> forecast) {

    /** Asking Budgets is free; Cost Explorer takes a cent for each question. */
    public static Optional<Spending> ask(AwsCli aws, Deployment deployment, String account) {
        return aws.ask("budgets", "describe-budget", "--account-id", account, "--budget-name", deployment.budget())
                .map(answer -> of(answer.path("Budget")));
    }

    static Spending of(JsonNode budget) {
        var spend = budget.path("CalculatedSpend");
        return new Spending(
                amount(budget.path("BudgetLimit")).orElse(BigDecimal.ZERO),
                amount(spend.path("ActualSpend")).orElse(BigDecimal.ZERO),
                amount(spend.path("ForecastedSpend")));
    }

    private static Optional<BigDecimal> amount(JsonNode spend) {
        return spend.hasNonNull("Amount")
                ? Optional.of(new BigDecimal(spend.path("Amount").asText()))
                : Optional.empty();
    }

    @Override
    public String toString() {
        return "%.2f of %.2f USD this month%s"
                .formatted(
                        actual,
                        limit,
                        forecast.map(", forecast %.2f"::formatted).orElse(""));
    }
}
