package com.cactuswealth.launcher.lambda;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.UUID;

/** What invokes the budget guard's functions on AWS. */
public final class GuardEvents {

    private static final DateTimeFormatter DATE = DateTimeFormatter.ofPattern("MMMM dd, yyyy", Locale.ENGLISH);

    private GuardEvents() {}

    /** The input of a schedule: {@code resize}, {@code resume} or {@code self-test}. */
    public static String scheduled(String action) {
        return "{\"action\":\"" + action + "\"}";
    }

    /** The alert of today, by way of SNS, that so much of the function's budget of 75 dollars is spent. */
    public static String alert(RenderedFunction function, BigDecimal spent) {
        var mapper = new ObjectMapper();
        var event = mapper.createObjectNode();
        var record = event.putArray("Records").addObject();
        record.put("EventSource", "aws:sns").put("EventVersion", "1.0");
        record.putObject("Sns")
                .put("Type", "Notification")
                .put("MessageId", UUID.randomUUID().toString())
                .put("TopicArn", function.setting("ALERT_TOPIC_ARN"))
                .put("Subject", "AWS Budgets: " + function.setting("BUDGET") + " has exceeded your alert threshold")
                .put("Message", message(function, spent))
                .put("Timestamp", Instant.now().toString())
                .put("SignatureVersion", "1");
        return event.toString();
    }

    /** As AWS Budgets writes it. */
    private static String message(RenderedFunction function, BigDecimal spent) {
        return """
                AWS Budget Notification %1$s
                AWS Account %2$s

                Dear AWS Customer,

                You requested that we alert you when the ACTUAL Cost associated with your %3$s budget is greater than \
                $71.25 for the current month. The ACTUAL Cost associated with this budget is $%4$s. You can find additional \
                details below and by accessing the AWS Budgets dashboard [1].

                Budget Name: %3$s
                Budget Type: Cost
                Budgeted Amount: $75.00
                Alert Type: ACTUAL
                Alert Threshold: > $71.25
                ACTUAL Amount: $%4$s

                [1] https://console.aws.amazon.com/billing/home#/budgets
                """.formatted(
                        DATE.format(LocalDate.now(ZoneOffset.UTC)),
                        function.setting("ACCOUNT"),
                        function.setting("BUDGET"),
                        spent.toPlainString());
    }
}
