package com.cactuswealth.launcher.aws;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.math.BigDecimal;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** What the AWS CLI answers, as its documentation shows it. */
class BoxAndSpendingTest {

    private static final ObjectMapper JSON = new ObjectMapper();

    @Test
    void aStoppedBoxSaysThatTheGuardDidIt() throws JsonProcessingException {
        var box = Box.of(JSON.readTree("""
                {"InstanceId": "i-0123456789abcdef0", "InstanceType": "t4g.micro", "State": {"Code": 80, "Name": "stopped"},
                 "Tags": [{"Key": "cactus:stopped-period", "Value": "2026-11"}, {"Key": "Project", "Value": "cactus"}]}"""));

        assertThat(box)
                .isEqualTo(new Box(
                        "i-0123456789abcdef0",
                        "stopped",
                        "t4g.micro",
                        "none",
                        Map.of("cactus:stopped-period", "2026-11", "Project", "cactus")));
        assertThat(box.isStoppedByGuard()).isTrue();
    }

    @Test
    void inItsFirstDaysAMonthHasNoForecast() throws JsonProcessingException {
        var spending = Spending.of(JSON.readTree("""
                {"BudgetName": "cactus-monthly", "BudgetLimit": {"Amount": "75.0", "Unit": "USD"},
                 "CalculatedSpend": {"ActualSpend": {"Amount": "3.141", "Unit": "USD"}}}"""));

        assertThat(spending)
                .isEqualTo(new Spending(new BigDecimal("75.0"), new BigDecimal("3.141"), Optional.empty()))
                .hasToString("3.14 of 75.00 USD this month");
    }

    @Test
    void laterThereIsAForecast() {
        assertThat(new Spending(new BigDecimal("75"), new BigDecimal("40"), Optional.of(new BigDecimal("80.5"))))
                .hasToString("40.00 of 75.00 USD this month, forecast 80.50");
    }
}
