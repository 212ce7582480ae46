package com.cactuswealth.portfolios.asset;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class IsinTest {

    private final Isin.Validator validator = new Isin.Validator();

    @Test
    void realNumbersAreAccepted() {
        // Apple, Treasury Corporation of Victoria, GD30 (Argentina), BAE Systems, and none at all
        assertThat(Stream.of("US0378331005", "AU0000XVGZA3", "US040114HS26", "GB0002634946"))
                .allMatch(isin -> validator.isValid(isin, null));
        assertThat(validator.isValid(null, null)).isTrue();
    }

    @Test
    void aWrongDigitOrShapeIsRefused() {
        assertThat(Stream.of("US0378331004", "US0378331050", "us0378331005", "0S0378331005", "US037833100", ""))
                .noneMatch(isin -> validator.isValid(isin, null));
    }
}
