package com.cactuswealth.portfolios.asset;

import com.cactuswealth.portfolios.code.CountryCode;
import com.cactuswealth.portfolios.code.CurrencyCode;
import jakarta.validation.constraints.Digits;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Positive;
import jakarta.validation.constraints.Size;
import java.math.BigDecimal;

/**
 * An asset to add to the firm's catalogue.
 *
 * @param symbol unique, in capitals
 * @param currency ISO 4217; of a crypto asset, the currency in which it is quoted
 * @param country ISO 3166, of the issuer
 * @param cedearRatio how many CEDEARs represent one underlying share; for CEDEARs, and only for them
 */
record AssetRequest(
        @NotNull @Pattern(regexp = "[A-Z0-9][A-Z0-9.\\-]{0,19}")
        String symbol,

        @NotBlank @Size(max = 200) String name,
        @NotNull AssetType type,
        @NotNull @CurrencyCode String currency,
        @Isin String isin,
        @Size(max = 50) String exchange,
        @Size(max = 100) String sector,
        @CountryCode String country,
        @Positive @Digits(integer = 6, fraction = 6) BigDecimal cedearRatio) {}
