package com.cactuswealth.auth;

import static com.cactuswealth.platform.testing.As.anonymous;
import static com.cactuswealth.platform.testing.As.bearing;

import io.restassured.RestAssured;
import io.restassured.http.ContentType;
import io.restassured.response.ValidatableResponse;
import io.restassured.specification.RequestSpecification;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;

/** Signs people in and registers them, through the service's own door. */
public final class People {

    public static final String PASSWORD = "una contraseña larga";

    private People() {}

    public static RequestSpecification admin() {
        return bearing(accessToken(AuthServers.ADMIN_EMAIL, AuthServers.ADMIN_PASSWORD));
    }

    /** As the administrator, for answers in Spanish. */
    public static RequestSpecification adminInSpanish() {
        return inSpanish().auth().oauth2(accessToken(AuthServers.ADMIN_EMAIL, AuthServers.ADMIN_PASSWORD));
    }

    public static RequestSpecification inSpanish() {
        return RestAssured.given().contentType(ContentType.JSON).header("Accept-Language", "es-AR");
    }

    public static String accessToken(String identifier, String password) {
        return signIn(identifier, password).statusCode(200).extract().path("accessToken");
    }

    public static ValidatableResponse signIn(String identifier, String password) {
        return signIn("127.0.0.1", identifier, password);
    }

    /** Signs in as from an address, of which the gateway tells. */
    public static ValidatableResponse signIn(String address, String identifier, String password) {
        return anonymous()
                .header("X-Forwarded-For", address)
                .body(Map.of("identifier", identifier, "password", password))
                .post("/api/v1/auth/tokens")
                .then();
    }

    /** A registered user with a username of its own and {@link #PASSWORD}. */
    public static Person registered(String role, UUID managerId) {
        var username = role.toLowerCase(Locale.ROOT) + "-"
                + UUID.randomUUID().toString().substring(0, 8);
        var request = request(username, role);
        request.put("managerId", managerId);
        var id = admin().body(request)
                .post("/api/v1/users")
                .then()
                .statusCode(201)
                .extract()
                .<String>path("id");
        return new Person(UUID.fromString(id), username);
    }

    public static Map<String, Object> request(String username, String role) {
        return new HashMap<>(Map.of(
                "email", username + "@cactus.test",
                "username", username,
                "name", "Name of " + username,
                "password", PASSWORD,
                "role", role));
    }

    public record Person(UUID id, String username) {

        public RequestSpecification asks() {
            return bearing(accessToken(username, PASSWORD));
        }
    }

    public static ValidatableResponse refresh(String token) {
        return anonymous()
                .body(Map.of("refreshToken", token))
                .post("/api/v1/auth/tokens/refresh")
                .then();
    }

    public static ValidatableResponse revoke(String token) {
        return anonymous()
                .body(Map.of("refreshToken", token))
                .post("/api/v1/auth/tokens/revoke")
                .then();
    }

    public static String refreshToken(ValidatableResponse response) {
        return response.extract().path("refreshToken");
    }
}
