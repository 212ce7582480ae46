package com.cactuswealth.clients.client;

import com.cactuswealth.platform.paging.Conditions;
import jakarta.validation.constraints.Size;
import java.text.Normalizer;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import org.jboss.resteasy.reactive.RestQuery;

/** Which clients are asked for; what is absent does not limit, of several values any will do. */
class ClientFilter {

    private static final int TRIGRAM = 3;

    /** Text in name, e-mail or phone, whatever its case and accents. */
    @RestQuery
    @Size(max = 100)
    String q;

    @RestQuery
    List<RiskProfile> riskProfile;

    @RestQuery
    List<LeadSource> leadSource;

    @RestQuery
    List<UUID> ownerId;

    Conditions addTo(Conditions conditions) {
        if (q != null && !q.isBlank()) {
            contains(withoutAccents(q.strip()).toLowerCase(Locale.ROOT), conditions);
        }
        anyOf("client.riskProfile", "riskProfiles", riskProfile, conditions);
        anyOf("client.leadSource", "leadSources", leadSource, conditions);
        anyOf("client.ownerId", "owners", ownerId, conditions);
        return conditions;
    }

    static void anyOf(String property, String parameter, Collection<?> values, Conditions conditions) {
        if (values != null && !values.isEmpty()) {
            conditions.and(property + " in :" + parameter, parameter, values);
        }
    }

    /** The index finds those who have all trigrams of the text; a text too short for one is looked for without it. */
    private static void contains(String text, Conditions conditions) {
        conditions.and("client.search like :pattern escape '!'", "pattern", Conditions.containing(text));
        if (text.length() >= TRIGRAM) {
            conditions.and(
                    "cast(sql('trigrams(?) @> trigrams(?)', client.search, :text) as Boolean) = true", "text", text);
        }
    }

    /** As the column {@code search} drops them. */
    private static String withoutAccents(String text) {
        return Normalizer.normalize(text, Normalizer.Form.NFD).replaceAll("[\\u0300-\\u036f]", "");
    }

    /** The filter of a list; a board has every stage. */
    static class OfList extends ClientFilter {

        @RestQuery
        List<Stage> stage;

        @Override
        Conditions addTo(Conditions conditions) {
            anyOf("client.stage", "stages", stage, conditions);
            return super.addTo(conditions);
        }
    }
}
