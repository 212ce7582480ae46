package com.cactuswealth.clients.client;

import com.cactuswealth.platform.paging.Conditions;
import com.cactuswealth.platform.paging.PagedList;
import jakarta.validation.constraints.Size;
import java.text.Normalizer;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import java.util.function.UnaryOperator;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jboss.resteasy.reactive.RestQuery;

/** Which clients are asked for; what is absent does not limit, of several values any will do. */
class ClientFilter {

    private static final int TRIGRAM = 3;

    /** A phone, or a part of one, as people write it. */
    private static final Pattern PHONE = Pattern.compile("[0-9+ ()./-]*[0-9][0-9+ ()./-]*");

    /** Text in name, e-mail or phone, whatever its case and accents; a phone is found by its digits however it is written. */
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
        anyText("client.search like :%s escape '!'", Conditions::containing, conditions);
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
     * Lets an index find the texts: whoever contains one has all its trigrams. A shorter text has none, and the archived
     * are not in the index.
     */
    Conditions addTrigrams(Conditions conditions) {
        if (isArchived() || texts().stream().anyMatch(text -> text.length() < TRIGRAM)) {
            return conditions;
        }
        return anyText(
                "cast(sql('trigrams(?) @> trigrams(?)', client.search, :%s) as Boolean) = true",
                UnaryOperator.identity(), conditions);
    }

    /** The list of the clients in these stages, for its cursors. */
    PagedList pages(ClientSort sort, List<Stage> stages) {
        return PagedList.of("clients", sort, stages, q, riskProfile, leadSource, ownerId, isArchived());
    }

    /** Adds the condition for each of the texts, of which one suffices. */
    private Conditions anyText(String condition, UnaryOperator<String> value, Conditions conditions) {
        var alternatives = new ArrayList<String>();
        for (var text : texts()) {
            var parameter = "text" + conditions.parameters().size();
            alternatives.add(condition.formatted(parameter));
            conditions.with(parameter, value.apply(text));
        }
        return alternatives.isEmpty() ? conditions : conditions.and("(" + String.join(" or ", alternatives) + ")");
    }

    /** As the column {@code search} has them: the text, and of what may be a phone its digits too. */
    private List<String> texts() {
        if (q == null || q.isBlank()) {
            return List.of();
        }
        var text = Normalizer.normalize(q.strip(), Normalizer.Form.NFD)
                .replaceAll("[\\u0300-\\u036f]", "")
                .toLowerCase(Locale.ROOT);
        return PHONE.matcher(text).matches()
                ? Stream.of(text, text.replaceAll("[^0-9]", "")).distinct().toList()
                : List.of(text);
    }

    /** The filter of a list; a board has every stage. */
    static class OfList extends ClientFilter {

        @RestQuery
        List<Stage> stage;

        PagedList pages(ClientSort sort) {
            return pages(sort, stage);
        }

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
