package com.cactuswealth.launcher.demo;

import static com.cactuswealth.launcher.demo.Draw.mix;
import static java.util.Collections.nCopies;

import java.text.Normalizer;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/** People who do not exist, but could, in Argentina; no two of them have the same name or e-mail address. */
final class Profiles {

    private static final List<String> FIRST_NAMES = List.of("""
            Agustín Alejandra Andrés Camila Carolina Cecilia Clara Daniel Delfina Emilia Esteban Ezequiel Facundo
            Fernando Florencia Gabriela Gonzalo Graciela Guadalupe Guillermo Ignacio Iván Joaquín Jorge Juan Julieta
            Laura Lautaro Leandro Lucas Lucía Luis Malena Marcela Marcos Mariana Martín Martina Mateo Mónica Natalia
            Nicolás Pablo Paula Pedro Pilar Ramiro Ricardo Rocío Rosario Santiago Sebastián Silvia Sofía Susana Tomás
            Valentina Verónica Victoria Ximena""".split("\\s+"));
    private static final List<String> LAST_NAMES = List.of("""
            Acosta Aguirre Álvarez Arias Benítez Bianchi Blanco Bustos Cabrera Cáceres Castro Colombo Córdoba Correa
            Díaz Domínguez Duarte Echeverría Escobar Espósito Fernández Ferreyra Figueroa Funes Giménez Godoy Gómez
            González Gutiérrez Herrera Ibáñez Juárez Ledesma Leiva López Maidana Maldonado Martínez Méndez Molina
            Morales Moreno Navarro Núñez Ojeda Ortiz Peralta Pereyra Peña Quiroga Ramírez Ríos Rodríguez Romero
            Ruiz Salvatierra Sánchez Soria Sosa Toledo Torres Urquiza Vega Villalba Zabala""".split("\\s+"));
    private static final List<String> RISK_PROFILES =
            mix(nCopies(32, "LOW"), nCopies(48, "MEDIUM"), nCopies(20, "HIGH"));
    private static final List<String> LEAD_SOURCES = mix(
            nCopies(36, "REFERRAL"),
            nCopies(26, "SOCIAL_MEDIA"),
            nCopies(14, "EVENT"),
            nCopies(16, "ORGANIC"),
            nCopies(8, "OTHER"));
    /** With the 555 that is given to nobody. */
    private static final List<String> PHONES = mix(
            nCopies(60, "+54 9 11 5555-%04d"),
            nCopies(12, "+54 9 351 555-%04d"),
            nCopies(12, "+54 9 341 555-%04d"),
            nCopies(8, "+54 9 261 555-%04d"),
            nCopies(8, "+54 9 223 555-%04d"));

    private static final List<Integer> DOLLARS = List.of(100, 150, 200, 250, 300, 400, 500, 600, 800, 1000, 1500, 3000);
    private static final List<Integer> THOUSAND_PESOS = List.of(80, 120, 150, 200, 250, 300, 400, 500, 750, 1000, 1500);
    private static final List<String> NOTES = List.of(
            "Prefiere que la comunicación sea por WhatsApp, después de las 18.",
            "Quiere dolarizar parte de sus ahorros antes de fin de año.",
            "Tiene un plazo fijo que vence pronto; evaluar alternativas con mejor rendimiento.",
            "Piensa en la universidad de sus hijos, a diez años.",
            "Vendió un departamento y busca una renta mensual.",
            "Trabaja en relación de dependencia y ahorra a principio de mes.",
            "Ya invierte por su cuenta en CEDEARs; pide una segunda opinión.",
            "Le preocupa la inflación más que la volatilidad.",
            "Pidió cotización de un seguro de retiro.",
            "Viaja seguido: coordinar las reuniones por videollamada.",
            "Consulta por obligaciones negociables en dólares.",
            "Quiere conversarlo con su pareja antes de decidir.",
            "Tiene cuenta en otra sociedad de bolsa; ver transferencia de títulos.",
            "Profesional independiente, con ingresos variables según la época del año.",
            "Llegó por la charla de educación financiera; quiere sumar a su familia.");

    private final Draw draw;
    private final Set<String> names = new HashSet<>();
    private final Set<String> emails = new HashSet<>();

    Profiles(Draw draw) {
        this.draw = draw;
    }

    Profile next() {
        String firstName;
        String lastName;
        do {
            firstName = draw.from(FIRST_NAMES);
            lastName = draw.from(LAST_NAMES);
        } while (!names.add(firstName + lastName));
        return new Profile(
                firstName,
                lastName,
                email(plain(firstName), plain(lastName)),
                draw.from(PHONES).formatted(draw.between(0, 9999)),
                draw.from(RISK_PROFILES),
                draw.from(LEAD_SOURCES),
                draw.happens(40) ? draw.from(NOTES) : "",
                draw.happens(88) ? savings() : Map.of());
    }

    private String email(String firstName, String lastName) {
        String email;
        do {
            email = switch (draw.between(1, 4)) {
                        case 1 -> firstName + lastName;
                        case 2 -> firstName.charAt(0) + lastName;
                        case 3 -> firstName + "." + lastName + draw.between(65, 99);
                        default -> firstName + "." + lastName;
                    }
                    + "@example.com";
        } while (!emails.add(email));
        return email;
    }

    private Map<String, String> savings() {
        return draw.happens(65)
                ? Map.of("currency", "USD", "amount", draw.from(DOLLARS) + ".00")
                : Map.of("currency", "ARS", "amount", draw.from(THOUSAND_PESOS) + "000.00");
    }

    private static String plain(String name) {
        return Normalizer.normalize(name, Normalizer.Form.NFD)
                .replaceAll("\\p{M}", "")
                .toLowerCase(Locale.ROOT);
    }
}
