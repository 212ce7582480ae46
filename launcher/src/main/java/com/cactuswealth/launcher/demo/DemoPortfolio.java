package com.cactuswealth.launcher.demo;

import static com.cactuswealth.launcher.demo.Draw.mix;
import static java.util.Collections.nCopies;

import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

/** A portfolio that fits its client. */
record DemoPortfolio(String name, String currency) {

    private static final Map<String, List<String>> NAMES = Map.of(
            "LOW", List.of("Cartera conservadora", "Renta mensual", "Fondo de emergencia"),
            "MEDIUM", List.of("Cartera moderada", "Retiro 2045", "Ahorro familiar"),
            "HIGH", List.of("Cartera agresiva", "Crecimiento global", "Retiro 2055"));
    private static final List<String> CURRENCIES = mix(nCopies(75, "USD"), nCopies(25, "ARS"));

    /** One, two or, of few clients, none yet. */
    static List<DemoPortfolio> of(Profile client, Draw draw) {
        if (draw.happens(12)) {
            return List.of();
        }
        var names = NAMES.get(client.riskProfile());
        var first = draw.between(0, names.size() - 1);
        var count = draw.happens(25) ? 2 : 1;
        return IntStream.range(first, first + count)
                .mapToObj(number -> new DemoPortfolio(names.get(number % names.size()), draw.from(CURRENCIES)))
                .toList();
    }

    /** As the API takes it. */
    Map<String, String> request() {
        return Map.of("name", name, "currency", currency);
    }
}
