package com.cactuswealth.budgetguard.alert;

import com.cactuswealth.budgetguard.alert.Reading.NotUnderstood;
import com.cactuswealth.budgetguard.alert.Reading.Understood;
import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.Month;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * Reads the prose in which AWS Budgets notifies. Captures of 2019 to 2026, daily and monthly, share a dated heading, the
 * account and six {@code Key: value} lines; only those are read, and whether the prose says "per day". A line that is missing, doubled or of another shape, or
 * figures that contradict the alert, make the whole message not understood.
 */
public final class BudgetMessage {

    private static final String HEADING = "AWS Budget Notification";
    private static final Pattern DATED_HEADING = Pattern.compile(HEADING + " ([A-Z][a-z]{2,8}) (\\d{1,2}), (\\d{4})");
    private static final Pattern DAILY = Pattern.compile(".* is greater than \\$[\\d,.]+ per day\\. .*");
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

    /** Whatever the text, this says what it means or why it means nothing. */
    public static Reading read(String text) {
        try {
            return new Understood(new BudgetMessage(text == null ? "" : text).alert());
        } catch (UnexpectedText unexpected) {
            return new NotUnderstood(unexpected.getMessage());
        }
    }

    private BudgetAlert alert() {
        var date = date();
        value("Budget Type: ", COST);
        var type = BudgetAlert.Type.valueOf(value("Alert Type: ", TYPE));
        var alert = new BudgetAlert(
                date,
                value("AWS Account ", ACCOUNT),
                value("Budget Name: ", ANYTHING),
                unit(),
                type,
                dollars(value("Budgeted Amount: ", DOLLARS)),
                dollars(value("Alert Threshold: ", ABOVE_DOLLARS)),
                dollars(value(type + " Amount: ", DOLLARS)));
        if (alert.amount().compareTo(alert.threshold()) <= 0) {
            throw new UnexpectedText("the amount is not above the threshold");
        }
        return alert;
    }

    private LocalDate date() {
        var heading = DATED_HEADING.matcher(lines.isEmpty() ? "" : lines.getFirst());
        if (!heading.matches()) {
            throw new UnexpectedText("does not begin with '" + HEADING + "' and a date");
        }
        try {
            return LocalDate.of(
                    Integer.parseInt(heading.group(3)),
                    Month.valueOf(heading.group(1).toUpperCase(Locale.ROOT)),
                    Integer.parseInt(heading.group(2)));
        } catch (IllegalArgumentException | DateTimeException noDate) {
            throw new UnexpectedText("is of no known date");
        }
    }

    private BudgetAlert.Unit unit() {
        return lines.stream().anyMatch(line -> DAILY.matcher(line).matches())
                ? BudgetAlert.Unit.DAY
                : BudgetAlert.Unit.MONTH;
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
