package com.cactuswealth.platform.money;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.math.BigDecimal;
import org.junit.jupiter.api.Test;

class MoneyTest {

    private final ObjectMapper json = new ObjectMapper();

    @Test
    void theAmountTravelsAsADecimalString() throws Exception {
        var money = new Money(new BigDecimal("1234.50"), "ARS");

        assertThat(json.writeValueAsString(money)).isEqualTo("{\"amount\":\"1234.5000\",\"currency\":\"ARS\"}");
        assertThat(json.readValue("{\"amount\":\"1234.50\",\"currency\":\"ARS\"}", Money.class))
                .isEqualTo(money);
    }

    @Test
    void whatDoesNotFitIsRefused() {
        assertThatIllegalArgumentException().isThrownBy(() -> new Money(new BigDecimal("0.00001"), "USD"));
        assertThatIllegalArgumentException().isThrownBy(() -> new Money(new BigDecimal("1E+15"), "USD"));
        assertThatIllegalArgumentException().isThrownBy(() -> new Money(BigDecimal.ONE, "usd"));
        assertThatIllegalArgumentException().isThrownBy(() -> new Money(null, "USD"));
    }
}
