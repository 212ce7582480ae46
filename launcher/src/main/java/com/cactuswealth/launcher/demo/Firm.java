package com.cactuswealth.launcher.demo;

import com.cactuswealth.launcher.Credentials;
import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;
import java.util.stream.Collectors;

/** The firm as its administrator builds it up; what is there already is not made again. */
final class Firm {

    private static final List<Map<String, String>> ASSETS = List.of(
            Map.of("symbol", "SPY", "name", "SPDR S&P 500 ETF Trust", "type", "ETF", "currency", "USD"),
            Map.of("symbol", "AL30", "name", "Bono República Argentina USD 2030", "type", "BOND", "currency", "USD"));

    private final Api administrator;

    Firm(Api administrator) {
        this.administrator = administrator;
    }

    /** Registers everybody and returns their ids by username. */
    Map<String, String> register(List<Colleague> colleagues, Function<Colleague, Credentials> credentials) {
        var ids = new ConcurrentHashMap<>(administrator.idsBy("username", "/api/v1/users"));
        var missing = colleagues.stream()
                .filter(colleague -> !ids.containsKey(colleague.username()))
                .collect(Collectors.partitioningBy(
                        colleague -> colleague.manager().isEmpty()));
        for (var leadersFirst : List.of(true, false)) {
            InParallel.each(missing.get(leadersFirst), colleague -> {
                var request = request(colleague, credentials.apply(colleague), ids);
                ids.put(colleague.username(), id(administrator.post("/api/v1/users", request)));
            });
        }
        return Map.copyOf(ids);
    }

    private static Map<String, String> request(Colleague colleague, Credentials credentials, Map<String, String> ids) {
        var request = new HashMap<>(Map.of(
                "email", credentials.email(),
                "username", credentials.username(),
                "name", colleague.name(),
                "password", credentials.password(),
                "role", colleague.role()));
        if (!colleague.grade().isEmpty()) {
            request.put("grade", colleague.grade());
        }
        if (!colleague.manager().isEmpty()) {
            request.put("managerId", ids.get(colleague.manager()));
        }
        return request;
    }

    void makeAssets() {
        var known = administrator.idsBy("symbol", "/api/v1/assets");
        ASSETS.stream()
                .filter(asset -> !known.containsKey(asset.get("symbol")))
                .forEach(asset -> administrator.post("/api/v1/assets", asset));
    }

    /** Imports the clients, those whom others recommended after the others, and returns their ids by e-mail address. */
    Map<String, String> take(List<DemoClient> clients, Map<String, String> owners) {
        var ids = new HashMap<>(administrator.idsBy("email", "/api/v1/clients"));
        for (var referred : List.of(false, true)) {
            var missing = clients.stream()
                    .filter(client -> client.isReferred() == referred)
                    .filter(client -> !ids.containsKey(client.email()))
                    .toList();
            if (missing.isEmpty()) {
                continue;
            }
            var requests = missing.stream()
                    .map(client ->
                            client.request(owners.get(client.owner()), Optional.ofNullable(ids.get(client.referrer()))))
                    .toList();
            // Patiently, because client-service hears of the owners a moment after they were registered.
            var imported = administrator.patiently("POST", "/api/v1/clients/imports", Map.of("clients", requests));
            for (var i = 0; i < missing.size(); i++) {
                ids.put(missing.get(i).email(), imported.path("ids").path(i).asText());
            }
        }
        return Map.copyOf(ids);
    }

    /** Each by the client's advisor, because nobody is notified of what they did themselves. */
    void openPortfolios(List<DemoClient> clients, Map<String, String> ids, Function<String, Api> signIn) {
        var investors = clients.stream()
                .filter(client -> !client.portfolios().isEmpty())
                .toList();
        InParallel.each(
                investors, client -> openPortfolios(client, ids.get(client.email()), signIn.apply(client.owner())));
    }

    private static void openPortfolios(DemoClient client, String id, Api advisor) {
        var path = "/api/v1/clients/" + id + "/portfolios";
        // Patiently, because portfolio-service hears of the client a moment after it was imported.
        var known = new ArrayList<String>();
        advisor.patiently("GET", path, null)
                .path("items")
                .forEach(portfolio -> known.add(portfolio.path("name").asText()));
        client.portfolios().stream()
                .filter(portfolio -> !known.contains(portfolio.name()))
                .forEach(portfolio -> advisor.post(path, portfolio.request()));
    }

    static String id(JsonNode made) {
        return made.path("id").asText();
    }
}
