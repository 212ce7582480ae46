package com.cactuswealth.platform.money;

import static java.util.stream.Collectors.toUnmodifiableSet;

import java.util.Arrays;
import java.util.Currency;
import java.util.Locale;
import java.util.Objects;
import java.util.Set;

/**
 * The currencies in which amounts are kept: what a country pays with today. ISO 4217 has other codes too, for metals,
 * funds, units of account, tests and money that is no more.
 */
public final class Currencies {

    private static final Set<String> CODES = Arrays.stream(Locale.getISOCountries())
            .map(country -> Currency.getInstance(Locale.of("", country)))
            .filter(Objects::nonNull)
            .map(Currency::getCurrencyCode)
            .collect(toUnmodifiableSet());

    private Currencies() {}

    public static boolean exists(String code) {
        return CODES.contains(code);
    }
}
