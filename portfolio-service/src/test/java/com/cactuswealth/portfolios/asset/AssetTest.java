package com.cactuswealth.portfolios.asset;

import static com.cactuswealth.platform.testing.As.anonymous;
import static com.cactuswealth.platform.testing.As.as;
import static com.cactuswealth.platform.testing.TestUser.ADMIN;
import static com.cactuswealth.platform.testing.TestUser.ANA;
import static com.cactuswealth.platform.testing.TestUser.COMPLIANCE;
import static com.cactuswealth.platform.testing.TestUser.MARTA;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.endsWith;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.nullValue;

import com.cactuswealth.platform.testing.RealServers;
import com.cactuswealth.platform.testing.TestIssuer;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import io.restassured.response.ValidatableResponse;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;

@QuarkusTest
@WithTestResource(RealServers.class)
class AssetTest {

    private static final String ASSETS = "/api/v1/assets";

    @Test
    void anAdministratorAddsAnAssetThatEverybodyReads() {
        var location = add(Map.of(
                        "symbol", "AAPL",
                        "name", "Apple Inc.",
                        "type", "CEDEAR",
                        "currency", "ARS",
                        "isin", "US0378331005",
                        "exchange", "BYMA",
                        "sector", "Technology",
                        "country", "US",
                        "cedearRatio", "20"))
                .statusCode(201)
                .extract()
                .header("Location");

        RestAssured.given()
                .auth()
                .oauth2(TestIssuer.token(ANA))
                .get(location)
                .then()
                .statusCode(200)
                .body("symbol", equalTo("AAPL"))
                .body("name", equalTo("Apple Inc."))
                .body("type", equalTo("CEDEAR"))
                .body("currency", equalTo("ARS"))
                .body("isin", equalTo("US0378331005"))
                .body("exchange", equalTo("BYMA"))
                .body("sector", equalTo("Technology"))
                .body("country", equalTo("US"))
                .body("cedearRatio", equalTo("20"))
                .body("priceUnit", equalTo(1));
    }

    @Test
    void aBondIsPricedPerHundredNominals() {
        add(asset("GD30", "BOND"))
                .statusCode(201)
                .body("priceUnit", equalTo(100))
                .body("cedearRatio", nullValue());
    }

    @Test
    void onlyAnAdministratorAdds() {
        for (var user : List.of(COMPLIANCE, MARTA, ANA)) {
            as(user).body(asset("NOPE", "EQUITY"))
                    .post(ASSETS)
                    .then()
                    .statusCode(403)
                    .body("type", endsWith("/forbidden"));
        }
        anonymous().get(ASSETS).then().statusCode(401);
    }

    @Test
    void aSymbolIsAddedOnce() {
        add(asset("ONCE", "EQUITY")).statusCode(201);
        add(asset("ONCE", "ETF"))
                .statusCode(409)
                .body("errors[0].field", equalTo("symbol"))
                .body("type", endsWith("/conflict"));
    }

    @Test
    void whatIsWrongIsNamed() {
        refused("symbol", "lower case", "must match \"[A-Z0-9][A-Z0-9.\\-]{0,19}\"");
        refused("name", " ", "must not be blank");
        refused("type", "STOCK", "must be one of EQUITY, ETF, CEDEAR, BOND, FUND, CASH, CRYPTO, OTHER");
        refused("currency", "XXY", "must be an ISO 4217 currency");
        refused("currency", "XXX", "must be an ISO 4217 currency");
        refused("currency", "XAU", "must be an ISO 4217 currency");
        refused("name", "a\0b", "must not have the control character U+0000");
        refused("sector", "a\nb", "must not have the control character U+000A");
        refused("isin", "US0378331004", "must be an ISIN with the right check digit");
        refused("country", "UK", "must be an ISO 3166 country");
        refused("cedearRatio", "20", "is required for a CEDEAR, and only for one");
        refused("cedearRatio", "-1", "must be greater than 0");
        add(asset("RATIO", "CEDEAR")).statusCode(400).body("errors[0].field", equalTo("cedearRatio"));
    }

    @Test
    void messagesSpeakSpanishToo() {
        var bad = new HashMap<>(asset("BAD", "EQUITY"));
        bad.put("currency", "XXY");
        RestAssured.given()
                .auth()
                .oauth2(TestIssuer.token(ADMIN))
                .header("Accept-Language", "es-AR")
                .contentType("application/json")
                .body(bad)
                .post(ASSETS)
                .then()
                .statusCode(400)
                .body("errors[0].message", equalTo("debe ser una moneda ISO 4217"));
    }

    @Test
    void theCatalogueIsSearchedAndPaged() {
        for (var symbol : List.of("ZZ1", "ZZ2", "ZZ3")) {
            add(asset(symbol, "ETF")).statusCode(201);
        }
        add(Map.of("symbol", "ZZ4", "name", "A 100% fund_", "type", "FUND", "currency", "USD"))
                .statusCode(201);

        var cursor = as(ANA).get(ASSETS + "?q=zz&limit=3")
                .then()
                .body("items.symbol", contains("ZZ1", "ZZ2", "ZZ3"))
                .body("total", equalTo(4))
                .extract()
                .<String>path("nextCursor");
        as(ANA).queryParam("cursor", cursor)
                .get(ASSETS + "?q=zz&limit=3")
                .then()
                .body("items.symbol", contains("ZZ4"))
                .body("nextCursor", nullValue());
        as(ANA).get(ASSETS + "?q=zz&type=FUND").then().body("items.symbol", contains("ZZ4"));
        as(ANA).queryParam("q", "100% FUND_").get(ASSETS).then().body("items.symbol", contains("ZZ4"));
        as(ANA).queryParam("q", "1_0%").get(ASSETS).then().body("items", hasSize(0));
    }

    @Test
    void aCursorIsGoodForItsOwnListOnly() {
        for (var symbol : List.of("YY1", "YY2", "YY3")) {
            add(asset(symbol, "ETF")).statusCode(201);
        }
        var cursor = as(ANA).get(ASSETS + "?q=yy&limit=2").then().extract().<String>path("nextCursor");

        as(ANA).queryParam("cursor", cursor)
                .get(ASSETS + "?q=yy&limit=1")
                .then()
                .body("items.symbol", contains("YY3"));
        for (var other : List.of("?q=y", "?q=yy&type=ETF", "")) {
            as(ANA).queryParam("cursor", cursor)
                    .get(ASSETS + other)
                    .then()
                    .statusCode(400)
                    .body("errors[0].field", equalTo("cursor"))
                    .body("errors[0].code", equalTo("cursor"));
        }
    }

    @Test
    void aNameIsKeptInOneForm() {
        var asset = new HashMap<>(asset("NFC1", "FUND"));
        asset.put("name", "\u00a0Accio\u0301n\u200b");
        add(asset).statusCode(201).body("name", equalTo("Acción"));
    }

    @Test
    void anUnknownAssetIsNotFound() {
        as(ANA).get(ASSETS + "/{id}", UUID.randomUUID()).then().statusCode(404).body("type", endsWith("/not-found"));
    }

    private static void refused(String field, String value, String message) {
        var asset = new HashMap<>(asset("REFUSED", "EQUITY"));
        asset.put(field, value);
        add(asset).statusCode(400).body("errors[0].field", equalTo(field)).body("errors[0].message", equalTo(message));
    }

    private static Map<String, String> asset(String symbol, String type) {
        return Map.of("symbol", symbol, "name", "Asset " + symbol, "type", type, "currency", "USD");
    }

    private static ValidatableResponse add(Map<String, String> asset) {
        return as(ADMIN).body(asset).post(ASSETS).then();
    }
}
