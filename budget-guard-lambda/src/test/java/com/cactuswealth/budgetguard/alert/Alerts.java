package com.cactuswealth.budgetguard.alert;

import com.cactuswealth.budgetguard.GuardEvent;
import com.cactuswealth.budgetguard.LocalAws;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** What AWS Budgets says by way of SNS, signed. */
public final class Alerts {

    static final SigningKey KEY = SigningKey.make();

    private static final DateTimeFormatter DATE = DateTimeFormatter.ofPattern("MMMM dd, yyyy", Locale.ENGLISH);

    private Alerts() {}

    /** The alert of today that 71.30 of the 75 dollars of this month are spent. */
    public static String spent() {
        return """
                AWS Budget Notification %s
                AWS Account 123456789012

                Dear AWS Customer,

                You requested that we alert you when the ACTUAL Cost associated with your cactus-monthly budget is greater \
                than $71.25 for the current month. The ACTUAL Cost associated with this budget is $71.30. You can find \
                additional details below and by accessing the AWS Budgets dashboard [1].

                Budget Name: cactus-monthly
                Budget Type: Cost
                Budgeted Amount: $75.00
                Alert Type: ACTUAL
                Alert Threshold: > $71.25
                ACTUAL Amount: $71.30

                [1] https://console.aws.amazon.com/billing/home#/budgets
                """.formatted(DATE.format(LocalDate.now(ZoneOffset.UTC)));
    }

    /** The same, as it was said in another month. */
    public static String spentIn(LocalDate day) {
        return spent().replaceFirst("Notification .*", "Notification " + DATE.format(day));
    }

    /** As SNS delivers it. */
    public static GuardEvent delivered(String message) {
        return event(KEY.sign(notice(message, LocalAws.ALERT_TOPIC)));
    }

    /** As somebody delivers it who cannot sign for SNS. */
    public static GuardEvent forged(String message) {
        return event(notice(message, LocalAws.ALERT_TOPIC));
    }

    /** As SNS delivers it from another topic. */
    public static GuardEvent deliveredBy(String topic, String message) {
        return event(KEY.sign(notice(message, topic)));
    }

    /** By way of JSON, as Lambda hands it over. */
    private static GuardEvent event(SnsNotice notice) {
        var mapper = new ObjectMapper();
        return mapper.convertValue(
                Map.of("Records", List.of(Map.of("EventSource", "aws:sns", "Sns", mapper.valueToTree(notice)))),
                GuardEvent.class);
    }

    private static SnsNotice notice(String message, String topic) {
        return new SnsNotice(
                "Notification",
                "95df01b4-ee98-5cb9-9903-4c221d41eb5e",
                topic,
                "AWS Budgets: cactus-monthly has exceeded your alert threshold",
                message,
                Instant.now().toString(),
                "1",
                null,
                "https://sns.us-east-1.amazonaws.com/SimpleNotificationService-0123456789abcdef.pem");
    }
}
