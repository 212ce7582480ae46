package com.cactuswealth.budgetguard.alert;

import static com.cactuswealth.budgetguard.alert.BudgetAlert.Type.ACTUAL;
import static com.cactuswealth.budgetguard.alert.BudgetAlert.Type.FORECASTED;
import static com.cactuswealth.budgetguard.alert.BudgetAlert.Unit.DAY;
import static com.cactuswealth.budgetguard.alert.BudgetAlert.Unit.MONTH;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.cactuswealth.budgetguard.alert.Reading.NotUnderstood;
import com.cactuswealth.budgetguard.alert.Reading.Understood;
import java.io.IOException;
import java.math.BigDecimal;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class BudgetMessageTest {

    /** A capture of 2023, the account replaced. */
    static String daily() {
        try (var file = BudgetMessageTest.class.getResourceAsStream("/daily.txt")) {
            return new String(file.readAllBytes(), UTF_8);
        } catch (IOException missing) {
            throw new AssertionError(missing);
        }
    }

    private static final String MONTHLY = daily().replace(
                    "is greater than $0.75 per day. Yesterday, the ACTUAL Cost associated with this budget is $1.70.",
                    "is greater than $24.00 for the current month. The ACTUAL Cost associated with this budget is $36.69.")
            .replace("Budgeted Amount: $5.00", "Budgeted Amount: $30.00")
            .replace("Alert Threshold: > $0.75", "Alert Threshold: > $24.00")
            .replace("ACTUAL Amount: $1.70", "ACTUAL Amount: $36.69");

    @Test
    void theDailyMessageIsUnderstood() {
        assertThat(BudgetMessage.read(daily()))
                .isEqualTo(understood("killswitch", DAY, ACTUAL, "5.00", "0.75", "1.70"));
    }

    @Test
    void theMonthlyMessageIsUnderstood() {
        assertThat(BudgetMessage.read(MONTHLY))
                .isEqualTo(understood("killswitch", MONTH, ACTUAL, "30.00", "24.00", "36.69"));
    }

    @Test
    void aForecastIsUnderstoodAsOne() {
        assertThat(BudgetMessage.read(MONTHLY.replace("ACTUAL", "FORECASTED")))
                .isEqualTo(understood("killswitch", MONTH, FORECASTED, "30.00", "24.00", "36.69"));
    }

    @Test
    void thousandsAndOtherLineEndsAreUnderstood() {
        var large = MONTHLY.replace("$30.00", "$1,200")
                .replace("> $24.00", "> $1,140.00")
                .replace("ACTUAL Amount: $36.69", "ACTUAL Amount: $12,345,678.90")
                .replace("Budget Name: killswitch", "Budget Name: My Budget: 100 % (test)")
                .replace("\n", "  \r\n");

        assertThat(BudgetMessage.read(large))
                .isEqualTo(understood("My Budget: 100 % (test)", MONTH, ACTUAL, "1200", "1140.00", "12345678.90"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "AWS Budget Notification ",
                "AWS Account ",
                "Budget Name: ",
                "Budget Type: ",
                "Budgeted Amount: ",
                "Alert Type: ",
                "Alert Threshold: ",
                "ACTUAL Amount: "
            })
    void aMessageWithoutOneOfItsLinesIsNotUnderstood(String key) {
        var without = String.join(
                "\n", daily().lines().filter(line -> !line.startsWith(key)).toList());

        assertThat(reasonFor(without)).contains(key.strip().replace(":", ""));
    }

    @ParameterizedTest
    @ValueSource(strings = {"Budget Name: ", "Alert Threshold: ", "ACTUAL Amount: ", "AWS Account "})
    void aDoubledLineIsNotUnderstood(String key) {
        assertThat(reasonFor(daily() + key + "anything\n")).contains(key.strip());
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    March 05, 2023                 | March 32, 2023
                    March 05, 2023                 | Marzo 05, 2023
                    March 05, 2023                 | 2023-03-05
                    AWS Account 123456789012       | AWS Account 12345678901
                    AWS Account 123456789012       | AWS Account 1234567890123
                    Budget Name: killswitch        | Budget Name:
                    Budget Type: Cost              | Budget Type: Usage
                    Budgeted Amount: $5.00         | Budgeted Amount: 5.00
                    Budgeted Amount: $5.00         | Budgeted Amount: €5.00
                    Budgeted Amount: $5.00         | Budgeted Amount: $5.00 USD
                    Alert Type: ACTUAL             | Alert Type: ACTUALLY
                    Alert Type: ACTUAL             | Alert Type: FORECASTED
                    Alert Threshold: > $0.75       | Alert Threshold: < $0.75
                    Alert Threshold: > $0.75       | Alert Threshold: $0.75
                    Alert Threshold: > $0.75       | Alert Threshold: > 80%
                    Alert Threshold: > $0.75       | Alert Threshold: > $1.70
                    ACTUAL Amount: $1.70           | ACTUAL Amount: -$1.70
                    ACTUAL Amount: $1.70           | ACTUAL Amount: $-1.70
                    ACTUAL Amount: $1.70           | ACTUAL Amount: $NaN
                    ACTUAL Amount: $1.70           | ACTUAL Amount: $Infinity
                    ACTUAL Amount: $1.70           | ACTUAL Amount: $١.٧٠
                    ACTUAL Amount: $1.70           | ACTUAL Amount: $9999999999999
                    ACTUAL Amount: $1.70           | ACTUAL Amount: $1,70
                    ACTUAL Amount: $1.70           | ACTUAL Amount: $1.700.00
                    ACTUAL Amount: $1.70           | ACTUAL Amount: $1e9
                    ACTUAL Amount: $1.70           | ACTUAL Amount: $
                    ACTUAL Amount: $1.70           | ACTUAL Amount: $0.70
                    """)
    void aLineOfAnotherShapeIsNotUnderstood(String line, String mangled) {
        assertThat(daily()).contains(line);
        assertThat(BudgetMessage.read(daily().replace(line, mangled))).isInstanceOf(NotUnderstood.class);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                " \n\n",
                "{\"account\":\"123456789012\"}",
                "<html><body><p>AWS Budget Notification March 05, 2023</p></body></html>",
                "Notificación de AWS Budget 5 de marzo de 2023\nCuenta de AWS 123456789012\nImporte real: 1,70 USD",
                "You have chosen to subscribe to the topic arn:aws:sns:us-east-1:123456789012:killswitch."
            })
    void anyOtherTextIsNotUnderstood(String text) {
        assertThat(BudgetMessage.read(text)).isInstanceOf(NotUnderstood.class);
    }

    @Test
    void markupInsteadOfLinesIsNotUnderstood() {
        var html = "<html><pre>" + daily().replace("\n", "<br>\n") + "</pre></html>";

        assertThat(BudgetMessage.read(html)).isInstanceOf(NotUnderstood.class);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"x", "x\n", "AWS Account 123456789012\n", "Budget Name: killswitch\n", "$1,", "\u0000", "é\r"})
    void aQuarterOfAMegabyteOfNonsenseIsNotUnderstoodAndReadAtOnce(String nonsense) {
        var large = daily() + nonsense.repeat(256 * 1024 / nonsense.length());
        var start = Instant.now();

        var reading = BudgetMessage.read(large.replace("Budget Type: Cost\n", ""));

        assertThat(reading).isInstanceOf(NotUnderstood.class);
        assertThat(Duration.between(start, Instant.now())).isLessThan(Duration.ofSeconds(2));
    }

    /** SNS carries no more than that. */
    @Test
    void aRealMessageWithAQuarterOfAMegabyteOfFootnotesIsUnderstood() {
        assertThat(BudgetMessage.read(daily() + "[2] more\n".repeat(28_000)))
                .isEqualTo(understood("killswitch", DAY, ACTUAL, "5.00", "0.75", "1.70"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"killswitch\u200b", "kiIIswitch", "k\u0456llswitch", "killswitch2", "Killswitch"})
    void aLookAlikeNameIsReadAsTheOtherNameThatItIs(String name) {
        var reading = BudgetMessage.read(daily().replace("Budget Name: killswitch", "Budget Name: " + name));

        assertThat(((Understood) reading).alert().budget()).isEqualTo(name).isNotEqualTo("killswitch");
    }

    @Test
    void aMonthlyAlertIsCurrentUntilItsMonthEnds() {
        var alert = ((Understood) BudgetMessage.read(MONTHLY)).alert();

        assertThat(alert.period()).isEqualTo("2023-03");
        assertThat(alert.isCurrent(at("2023-03-31T23:59:59Z"))).isTrue();
        assertThat(alert.isCurrent(at("2023-04-01T00:00:00Z"))).isFalse();
        assertThat(alert.isCurrent(at("2023-02-28T23:59:59Z"))).isFalse();
        assertThat(alert.isCurrent(at("2024-03-05T00:00:00Z"))).isFalse();
    }

    @Test
    void aDailyAlertIsCurrentOnItsDayAndTheNext() {
        var alert = ((Understood) BudgetMessage.read(daily())).alert();

        assertThat(alert.period()).isEqualTo("2023-03-05");
        assertThat(alert.isCurrent(at("2023-03-05T00:00:00Z"))).isTrue();
        assertThat(alert.isCurrent(at("2023-03-06T23:59:59Z"))).isTrue();
        assertThat(alert.isCurrent(at("2023-03-07T00:00:00Z"))).isFalse();
    }

    private static Clock at(String instant) {
        return Clock.fixed(Instant.parse(instant), ZoneOffset.UTC);
    }

    @Test
    void noTextIsNotUnderstood() {
        assertThat(reasonFor(null)).isEqualTo("does not begin with 'AWS Budget Notification' and a date");
    }

    private static String reasonFor(String text) {
        assertThat(BudgetMessage.read(text)).isInstanceOf(NotUnderstood.class);
        return ((NotUnderstood) BudgetMessage.read(text)).reason();
    }

    private static Understood understood(
            String budget,
            BudgetAlert.Unit unit,
            BudgetAlert.Type type,
            String budgeted,
            String threshold,
            String amount) {
        return new Understood(new BudgetAlert(
                LocalDate.of(2023, 3, 5),
                "123456789012",
                budget,
                unit,
                type,
                new BigDecimal(budgeted),
                new BigDecimal(threshold),
                new BigDecimal(amount)));
    }
}
