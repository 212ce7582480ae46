package com.cactuswealth.gateway.suite;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import java.util.Map;

/** A browser with a session: it sends its cookie, and says where its requests come from. */
public record Browser(String cookie) {

    public static Browser signedIn() {
        var response = signIn(given(), "ana", AuthOrigin.PASSWORD);
        assertThat(response.statusCode()).isEqualTo(200);
        return of(response);
    }

    public static Browser of(Response signedIn) {
        var cookie = signedIn.header("Set-Cookie");
        return new Browser(cookie.substring(0, cookie.indexOf(';')));
    }

    public static Response signIn(RequestSpecification request, String identifier, String password) {
        return request.contentType("application/json")
                .body(Map.of("identifier", identifier, "password", password))
                .post("/api/v1/session");
    }

    /** A request of a page of ours. */
    public RequestSpecification here() {
        return bare().header("Sec-Fetch-Site", "same-origin");
    }

    /** A request that does not say where it comes from. */
    public RequestSpecification bare() {
        return given().header("Cookie", "theme=dark; " + cookie);
    }
}
