package com.cactuswealth.launcher.demo;

import java.text.Normalizer;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.IntStream;

/** A client who does not exist, but could, in Argentina. The same ones every time. */
record DemoClient(String firstName, String lastName, int number) {

    private static final List<String> NAMES = List.of(
            "Martina Álvarez",
            "Joaquín Benítez",
            "Lucía Cabrera",
            "Santiago Domínguez",
            "Valentina Echeverría",
            "Mateo Fernández",
            "Camila Giménez",
            "Tomás Herrera",
            "Julieta Ibarra",
            "Nicolás Juárez",
            "Florencia Ledesma",
            "Agustín Maidana",
            "Rocío Navarro",
            "Facundo Ojeda",
            "Milagros Peralta",
            "Ignacio Quiroga",
            "Sofía Romero",
            "Lautaro Sosa",
            "Victoria Toledo",
            "Gonzalo Urquiza",
            "Paula Villalba",
            "Ramiro Zabala",
            "Carolina Acosta",
            "Ezequiel Bustos");
    private static final List<String> STAGES = List.of(
            "PROSPECT",
            "CONTACTED",
            "FIRST_MEETING",
            "SECOND_MEETING",
            "OPENING",
            "ONBOARDING",
            "RESCHEDULE",
            "ACTIVE_INVESTOR",
            "ACTIVE_INSURED",
            "DORMANT");
    private static final List<String> RISK_PROFILES = List.of("LOW", "MEDIUM", "HIGH");
    private static final List<String> SOURCES = List.of("REFERRAL", "SOCIAL_MEDIA", "EVENT", "ORGANIC", "OTHER");
    private static final List<String> AREA_CODES = List.of("11", "351", "341", "261", "223");

    /** All of them; every stage occurs. */
    static List<DemoClient> all() {
        return IntStream.range(0, NAMES.size())
                .mapToObj(number -> {
                    var name = NAMES.get(number).split(" ", 2);
                    return new DemoClient(name[0], name[1], number);
                })
                .toList();
    }

    String email() {
        var plain = Normalizer.normalize(firstName + "." + lastName, Normalizer.Form.NFD)
                .replaceAll("\\p{M}", "");
        return plain.toLowerCase(Locale.ROOT) + "@example.com";
    }

    String stage() {
        return pick(STAGES);
    }

    boolean invests() {
        return stage().equals("ACTIVE_INVESTOR");
    }

    /** As the API takes it. */
    Map<String, Object> request() {
        return Map.of(
                "firstName", firstName,
                "lastName", lastName,
                "email", email(),
                "phone", "+54 9 %s %d-%d".formatted(pick(AREA_CODES), 4000 + number * 37, 1000 + number * 53),
                "riskProfile", pick(RISK_PROFILES),
                "leadSource", pick(SOURCES),
                "savingsCapacity", Map.of("amount", (200 + number * 75) + ".00", "currency", "USD"));
    }

    private String pick(List<String> values) {
        return values.get(number % values.size());
    }
}
