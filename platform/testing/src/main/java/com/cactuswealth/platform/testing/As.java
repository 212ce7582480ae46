package com.cactuswealth.platform.testing;

import io.restassured.RestAssured;
import io.restassured.http.ContentType;
import io.restassured.specification.RequestSpecification;

/** Begins a request: {@code as(ANA).get("/api/v1/clients")}. Problems come back in English. */
public final class As {

    private As() {}

    public static RequestSpecification as(TestUser user) {
        return bearing(TestIssuer.token(user));
    }

    public static RequestSpecification bearing(String token) {
        return anonymous().auth().oauth2(token);
    }

    public static RequestSpecification anonymous() {
        return RestAssured.given().contentType(ContentType.JSON).header("Accept-Language", "en");
    }
}
