package com.cactuswealth.portfolios.portfolio;

import com.cactuswealth.portfolios.code.CurrencyCode;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;

/**
 * A portfolio to open for a client.
 *
 * @param name unique among the client's portfolios, whatever the case
 * @param currency ISO 4217, in which it is valued
 * @param benchmark symbol of what its performance is compared with, or null
 */
record PortfolioRequest(
        @NotBlank @Size(max = 200) String name,
        @NotNull @CurrencyCode String currency,
        @Size(max = 20) String benchmark) {}
