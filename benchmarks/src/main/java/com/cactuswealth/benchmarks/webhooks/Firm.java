package com.cactuswealth.benchmarks.webhooks;

import com.cactuswealth.launcher.Credentials;
import com.cactuswealth.launcher.Suite;
import com.cactuswealth.launcher.demo.Api;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Prepares what the load needs: an advisor, one client for each endpoint, and endpoints that hear of one client each. */
final class Firm {

    private static final Credentials ADVISOR = new Credentials("load@cactus.example", "load", "a password for load");

    private Firm() {}

    /** The clients' ids, in the order of the endpoints. */
    static List<String> prepare(Suite suite, int endpoints, int receiverPort) {
        var administrator = Api.signIn(suite.url(), suite.administrator());
        administrator.post(
                "/api/v1/users",
                Map.of(
                        "username", ADVISOR.username(),
                        "email", ADVISOR.email(),
                        "name", "Load",
                        "password", ADVISOR.password(),
                        "role", "ADVISOR"));
        var advisor = Api.signIn(suite.url(), ADVISOR);
        var clients = new ArrayList<String>();
        for (var i = 0; i < endpoints; i++) {
            var client = advisor.post(
                            "/api/v1/clients",
                            Map.of("firstName", "Client", "lastName", "Number " + i, "email", i + "@example.com"))
                    .path("id")
                    .asText();
            clients.add(client);
            administrator.post(
                    "/api/v1/webhooks/endpoints",
                    Map.of(
                            "url",
                            "http://127.0.0.1:" + receiverPort + "/" + i,
                            "eventTypes",
                            List.of("client.status_changed"),
                            "filter",
                            Map.of("/id", List.of(client)),
                            "description",
                            "Benchmark " + i));
        }
        return clients;
    }

    /** A fresh access token of the advisor. */
    static String token(Suite suite) {
        return Api.signIn(suite.url(), ADVISOR).token();
    }
}
