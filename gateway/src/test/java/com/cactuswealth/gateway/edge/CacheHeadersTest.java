package com.cactuswealth.gateway.edge;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import com.cactuswealth.gateway.suite.Suite;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.Headers;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@QuarkusTest
@QuarkusTestResource(Suite.class)
class CacheHeadersTest {

    @TestHTTPResource
    private URI gateway;

    @ParameterizedTest
    @CsvSource({
        "/api/v1/clients, no-store",
        "/api/v1/clients/refusal, no-store",
        "/api/v1/clients/tagged, 'private, no-cache'",
        "/api/v1/clients/kept, max-age=60",
        "/api/v1/session, no-store",
        "/api/v1/nothing, no-store",
        "/assets/nothing.js, no-store"
    })
    void anAnswerIsForItsCallerAndInItsLanguage(String path, String caching) {
        var headers = given().header("Authorization", "Bearer mine").get(path).headers();

        assertThat(headers.getValues("Cache-Control")).containsExactly(caching);
        assertThat(varies(headers)).containsOnlyOnce("accept-language");
    }

    @Test
    void whatIsForEverybodyStaysSo() throws Exception {
        try (var http = HttpClient.newHttpClient()) {
            var asset = HttpRequest.newBuilder(gateway.resolve("/assets/main-C4c7u5ab.js"))
                    .build();
            var headers = http.send(asset, BodyHandlers.discarding()).headers();

            assertThat(headers.allValues("Cache-Control")).containsExactly("public, max-age=31536000, immutable");
            assertThat(headers.allValues("Vary")).singleElement().asString().isEqualToIgnoringCase("Accept-Encoding");
        }
    }

    private static String varies(Headers headers) {
        return String.join(", ", headers.getValues("Vary")).toLowerCase(Locale.ROOT);
    }
}
