package com.cactuswealth.systemtests;

import static org.awaitility.Awaitility.await;

import com.cactuswealth.launcher.Suite;
import io.restassured.RestAssured;
import io.restassured.http.ContentType;
import io.restassured.specification.RequestSpecification;
import java.net.URI;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/** Somebody who uses the suite through the gateway with an access token. */
record Person(URI url, UUID id, String identifier, String password) {

    private static final String PASSWORD = "una contraseña de prueba";

    static Person administrator(Suite suite) {
        return administrator(Suites.Front.of(suite));
    }

    static Person administrator(Suites.Front suite) {
        var administrator = suite.administrator();
        var stranger = new Person(suite.url(), null, administrator.username(), administrator.password());
        var id = UUID.fromString(stranger.asks()
                .get("/api/v1/users/me")
                .then()
                .statusCode(200)
                .extract()
                .path("id"));
        return new Person(suite.url(), id, stranger.identifier(), stranger.password());
    }

    /** Registers somebody new; {@code manager} may be null. */
    Person registers(String role, Person manager) {
        var username =
                role.toLowerCase(Locale.ROOT) + UUID.randomUUID().toString().substring(0, 8);
        var request = new HashMap<String, Object>(Map.of(
                "email", username + "@cactus.example",
                "username", username,
                "name", "Name of " + username,
                "password", PASSWORD,
                "role", role));
        request.put("managerId", manager == null ? null : manager.id());
        var id = asks().body(request)
                .post("/api/v1/users")
                .then()
                .statusCode(201)
                .extract()
                .<String>path("id");
        return new Person(url, UUID.fromString(id), username, PASSWORD);
    }

    /** A request with a fresh access token. */
    RequestSpecification asks() {
        return bearing(accessToken());
    }

    RequestSpecification bearing(String token) {
        return anonymous(url).auth().oauth2(token);
    }

    String accessToken() {
        return anonymous(url)
                .body(Map.of("identifier", identifier, "password", password))
                .post("/api/v1/auth/tokens")
                .then()
                .statusCode(200)
                .extract()
                .path("accessToken");
    }

    static RequestSpecification anonymous(URI url) {
        return RestAssured.given()
                .baseUri(url.toString())
                .contentType(ContentType.JSON)
                .header("Accept-Language", "en");
    }

    UUID createsAClient() {
        return createsAClient(accessToken());
    }

    UUID createsAClient(String token) {
        var id = bearing(token)
                .body(Map.of("firstName", "Lucía", "lastName", "Peña", "email", UUID.randomUUID() + "@example.com"))
                .post("/api/v1/clients")
                .then()
                .statusCode(201)
                .extract()
                .<String>path("id");
        return UUID.fromString(id);
    }

    /** Adds a client for an advisor of one's own, who is notified; waits until client-service knows the advisor. */
    UUID createsAClientFor(Person owner) {
        var token = accessToken();
        return await().until(() -> triesToCreateAClientFor(owner, token), Optional::isPresent)
                .orElseThrow();
    }

    /** Empty when it was refused or the connection was lost. */
    Optional<UUID> triesToCreateAClientFor(Person owner, String token) {
        try {
            var response = bearing(token)
                    .body(Map.of(
                            "firstName",
                            "Lucía",
                            "lastName",
                            "Peña",
                            "email",
                            UUID.randomUUID() + "@example.com",
                            "ownerId",
                            owner.id()))
                    .post("/api/v1/clients");
            return response.statusCode() == 201 ? Optional.of(UUID.fromString(response.path("id"))) : Optional.empty();
        } catch (Exception connectionLost) {
            return Optional.empty();
        }
    }

    void moves(UUID client, String stage) {
        asks().body(Map.of("stage", stage))
                .put("/api/v1/clients/{id}/stage", client)
                .then()
                .statusCode(200);
    }
}
