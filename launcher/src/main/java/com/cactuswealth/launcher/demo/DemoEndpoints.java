package com.cactuswealth.launcher.demo;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.Map;
import java.util.stream.StreamSupport;

/** The webhook endpoints of the demo, which lead to the {@link DemoPartner}. */
final class DemoEndpoints {

    private record Wanted(String path, String description, List<String> eventTypes, String state) {}

    private static final String ENDPOINTS = "/api/v1/webhooks/endpoints";
    private static final List<Wanted> WANTED = List.of(
            new Wanted(DemoPartner.PROMPT, "CRM del estudio", List.of("client.*"), "ENABLED"),
            new Wanted(
                    DemoPartner.SLOW,
                    "Planilla de seguimiento",
                    List.of("client.status_changed", "portfolio.created"),
                    "ENABLED"),
            new Wanted(DemoPartner.FLAKY, "Sistema anterior", List.of("*"), "ENABLED"),
            new Wanted(DemoPartner.PROMPT + "/altas", "Estudio contable", List.of("client.created"), "PAUSED"));

    static final int COUNT = WANTED.size();

    private final Api administrator;

    DemoEndpoints(Api administrator) {
        this.administrator = administrator;
    }

    /** Registers those that are missing. */
    void register(String partner) {
        var known = known();
        for (var wanted : WANTED) {
            var url = partner + wanted.path();
            var endpoint = known.stream()
                    .filter(one -> one.path("url").asText().equals(url))
                    .findFirst()
                    .orElseGet(() -> administrator.post(
                            ENDPOINTS,
                            Map.of(
                                    "url", url,
                                    "description", wanted.description(),
                                    "eventTypes", wanted.eventTypes())));
            if (!endpoint.path("state").asText().equals(wanted.state())) {
                change(endpoint, Map.of("state", wanted.state()));
            }
        }
    }

    /** The partner listens elsewhere now; endpoints that somebody changed or removed stay so. */
    void follow(String formerPartner, String partner) {
        var known = known();
        for (var wanted : WANTED) {
            known.stream()
                    .filter(one -> one.path("url").asText().equals(formerPartner + wanted.path()))
                    .forEach(one -> change(one, Map.of("url", partner + wanted.path())));
        }
    }

    private List<JsonNode> known() {
        var endpoints = administrator.get(ENDPOINTS + "?limit=100").path("items");
        return StreamSupport.stream(endpoints.spliterator(), false).toList();
    }

    private void change(JsonNode endpoint, Map<String, String> changes) {
        administrator.patch(ENDPOINTS + "/" + endpoint.path("id").asText(), changes);
    }
}
