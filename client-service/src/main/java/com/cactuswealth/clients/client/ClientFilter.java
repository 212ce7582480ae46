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
        conditions.and(isArchived() ? "client.archivedAt is not null" : "client.archivedAt is null");
        if (q != null && !q.isBlank()) {
            conditions.and("client.search like :pattern escape '!'", "pattern", Conditions.containing(text()));
        }
        anyOf("client.riskProfile", "riskProfiles", riskProfile, conditions);
        anyOf("client.leadSource", "leadSources", leadSource, conditions);
        anyOf("client.ownerId", "owners", ownerId, conditions);
        return conditions;
    }

    /** The archived are asked for instead of the others, never together with them. */
    boolean isArchived() {
        return false;
    }

    static void anyOf(String property, String parameter, Collection<?> values, Conditions conditions) {
        if (values != null && !values.isEmpty()) {
            conditions.and(property + " in :" + parameter, parameter, values);
        }
    }

    /**
     * Lets an index find the text: whoever contains it has all its trigrams. A shorter text has none, and the archived are
     * not in the index.
     */
    Conditions addTrigrams(Conditions conditions) {
        if (q == null || isArchived() || text().length() < TRIGRAM) {
            return conditions;
        }
        return conditions.and(
                "cast(sql('trigrams(?) @> trigrams(?)', client.search, :text) as Boolean) = true", "text", text());
    }

    /** As the column {@code search} has it. */
    private String text() {
        return Normalizer.normalize(q.strip(), Normalizer.Form.NFD)
                .replaceAll("[\\u0300-\\u036f]", "")
                .toLowerCase(Locale.ROOT);
    }

    /** The filter of a list; a board has every stage. */
    static class OfList extends ClientFilter {

        @RestQuery
        List<Stage> stage;

        /** True for the archived clients, which are left out otherwise. */
        @RestQuery
        boolean archived;

        @Override
        boolean isArchived() {
            return archived;
        }

        @Override
        Conditions addTo(Conditions conditions) {
            anyOf("client.stage", "stages", stage, conditions);
            return super.addTo(conditions);
        }
    }
}
