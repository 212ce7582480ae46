package com.cactuswealth.benchmarks.box;

import com.cactuswealth.launcher.Credentials;
import com.cactuswealth.launcher.demo.Api;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** The people of the load: advisors with clients of their own, who sign in again before their token ends. */
final class Crowd {

    private static final String PASSWORD = "a password for load";

    private final URI url;
    private final List<Credentials> advisors;
    private final List<List<String>> clients;
    private volatile List<String> tokens;

    private Crowd(URI url, List<Credentials> advisors, List<List<String>> clients) {
        this.url = url;
        this.advisors = advisors;
        this.clients = clients;
        this.tokens = advisors.stream()
                .map(advisor -> Api.signIn(url, advisor).token())
                .toList();
    }

    /** Makes the advisors and their clients, and the endpoint of a partner that is told of every stage. */
    static Crowd prepare(URI url, Credentials administrator, int advisors, int clientsEach, String partner) {
        var admin = Api.signIn(url, administrator);
        admin.post(
                "/api/v1/webhooks/endpoints",
                Map.of("url", partner, "eventTypes", List.of("client.status_changed"), "description", "Load"));
        var people = new ArrayList<Credentials>();
        var clients = new ArrayList<List<String>>();
        for (var i = 0; i < advisors; i++) {
            var advisor = new Credentials("load" + i + "@cactus.example", "load" + i, PASSWORD);
            admin.post(
                    "/api/v1/users",
                    Map.of(
                            "username",
                            advisor.username(),
                            "email",
                            advisor.email(),
                            "name",
                            "Load " + i,
                            "password",
                            PASSWORD,
                            "role",
                            "ADVISOR"));
            people.add(advisor);
            clients.add(clientsOf(Api.signIn(url, advisor), clientsEach));
        }
        return new Crowd(url, people, clients);
    }

    private static List<String> clientsOf(Api advisor, int count) {
        var ids = new ArrayList<String>();
        for (var i = 0; i < count; i++) {
            var request = Map.of("firstName", "Client", "lastName", "Number " + i, "email", i + "@example.com");
            ids.add(advisor.patiently("POST", "/api/v1/clients", request)
                    .path("id")
                    .asText());
        }
        return ids;
    }

    int size() {
        return advisors.size();
    }

    String token(int advisor) {
        return tokens.get(advisor % advisors.size());
    }

    /** A client of that advisor. */
    String client(int advisor, int number) {
        var own = clients.get(advisor % clients.size());
        return own.get(number % own.size());
    }

    /** One of them, signed in. */
    Api anyone() {
        return Api.signIn(url, advisors.getFirst());
    }

    /** One advisor after the other signs in again. Blocks. */
    void signInAgain(int advisor) {
        var fresh = new ArrayList<>(tokens);
        fresh.set(
                advisor % advisors.size(),
                Api.signIn(url, advisors.get(advisor % advisors.size())).token());
        tokens = List.copyOf(fresh);
    }
}
