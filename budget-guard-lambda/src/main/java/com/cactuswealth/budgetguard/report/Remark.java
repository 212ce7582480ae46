package com.cactuswealth.budgetguard.report;

import java.math.BigDecimal;
import java.util.List;
import java.util.Locale;

/**
 * Something that a run saw, decided or did.
 *
 * @param values what the phrase leaves open; amounts are {@link BigDecimal}s and become dollars
 */
public record Remark(Phrase phrase, List<Object> values) {

    public Remark {
        values = List.copyOf(values);
    }

    public static Remark of(Phrase phrase, Object... values) {
        return new Remark(phrase, List.of(values));
    }

    /** The sentence in both languages. */
    public Text text() {
        var english = values.stream().map(Remark::english).toArray();
        var spanish = values.stream().map(Remark::spanish).toArray();
        return new Text(phrase.es().formatted(spanish), phrase.en().formatted(english));
    }

    private static Object english(Object value) {
        return value instanceof BigDecimal dollars ? "USD " + String.format(Locale.ROOT, "%,.2f", dollars) : value;
    }

    /** 1,234.56 is written 1.234,56; a native executable has no Spanish locale to do so. */
    private static Object spanish(Object value) {
        return value instanceof BigDecimal
                ? ((String) english(value)).replace(',', ' ').replace('.', ',').replaceAll("(?<=\\d) (?=\\d)", ".")
                : value;
    }
}
