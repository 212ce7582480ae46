package com.cactuswealth.platform.money;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.math.BigDecimal;
import java.util.List;
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

    @Test
    void onlyMoneyOfACountryOfTodayIsACurrency() {
        for (var money : List.of("ARS", "USD", "EUR", "UYU", "CLP", "BRL", "JPY", "XOF", "CHF")) {
            assertThat(Currencies.exists(money)).as(money).isTrue();
        }
        for (var other :
                List.of("XXX", "XTS", "XAU", "XDR", "XSU", "CLF", "CHE", "USN", "MXV", "UYI", "DEM", "ARA", "")) {
            assertThat(Currencies.exists(other)).as(other).isFalse();
        }
    }

    @Test
    void anEnormousExponentIsRefusedAtOnce() {
        assertThatIllegalArgumentException().isThrownBy(() -> new Money(new BigDecimal("1e2147483647"), "USD"));
        assertThatIllegalArgumentException().isThrownBy(() -> new Money(new BigDecimal("1e-2147483647"), "USD"));
    }
}
