package com.cactuswealth.budgetguard;

import com.cactuswealth.budgetguard.Reading.NotUnderstood;
import com.cactuswealth.budgetguard.Reading.Understood;
import java.math.BigDecimal;
import java.util.Arrays;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * Reads the prose in which AWS Budgets notifies. Captures of 2019 to 2023, daily and monthly, share a heading, the
 * account and six {@code Key: value} lines; only those are read. A line that is missing, doubled or of another shape, or
 * figures that contradict the alert, make the whole message not understood.
 */
final class BudgetMessage {

    private static final String HEADING = "AWS Budget Notification ";
    private static final Pattern ACCOUNT = Pattern.compile("(\\d{12})");
    private static final Pattern DOLLARS = Pattern.compile("\\$((?:\\d{1,3}(?:,\\d{3})+|\\d{1,12})(?:\\.\\d{1,2})?)");
    private static final Pattern ABOVE_DOLLARS = Pattern.compile("> " + DOLLARS.pattern());
    private static final Pattern ANYTHING = Pattern.compile("(.{1,200})");
    private static final Pattern COST = Pattern.compile("(Cost)");
    private static final Pattern TYPE = Pattern.compile(
            Arrays.stream(BudgetAlert.Type.values()).map(Enum::name).collect(Collectors.joining("|", "(", ")")));

    private final List<String> lines;

    private BudgetMessage(String text) {
        lines = text.lines().map(String::strip).toList();
    }

    static Reading read(String text) {
        try {
            return new Understood(new BudgetMessage(text == null ? "" : text).alert());
        } catch (UnexpectedText unexpected) {
            return new NotUnderstood(unexpected.getMessage());
        }
    }

    private BudgetAlert alert() {
        if (lines.isEmpty() || !lines.getFirst().startsWith(HEADING)) {
            throw new UnexpectedText("does not begin with '" + HEADING.strip() + "'");
        }
        value("Budget Type: ", COST);
        var type = BudgetAlert.Type.valueOf(value("Alert Type: ", TYPE));
        var alert = new BudgetAlert(
                value("AWS Account ", ACCOUNT),
                value("Budget Name: ", ANYTHING),
                type,
                dollars(value("Budgeted Amount: ", DOLLARS)),
                dollars(value("Alert Threshold: ", ABOVE_DOLLARS)),
                dollars(value(type + " Amount: ", DOLLARS)));
        if (alert.amount().compareTo(alert.threshold()) <= 0) {
            throw new UnexpectedText("the amount is not above the threshold");
        }
        return alert;
    }

    /** What follows the key in the one line that begins with it. */
    private String value(String key, Pattern shape) {
        var values = lines.stream()
                .filter(line -> line.startsWith(key))
                .map(line -> line.substring(key.length()))
                .toList();
        if (values.size() == 1) {
            var value = shape.matcher(values.getFirst());
            if (value.matches()) {
                return value.group(1);
            }
        }
        throw new UnexpectedText("has not exactly one readable line '" + key.strip() + "'");
    }

    private static BigDecimal dollars(String digits) {
        return new BigDecimal(digits.replace(",", ""));
    }

    private static final class UnexpectedText extends RuntimeException {

        private static final long serialVersionUID = 1;

        UnexpectedText(String reason) {
            super(reason, null, false, false);
        }
    }
}
