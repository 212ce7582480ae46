package com.cactuswealth.systemtests;

import static org.assertj.core.api.Assertions.assertThat;

import com.cactuswealth.platform.testing.Catalogue;
import com.cactuswealth.platform.testing.RefusalWalk;
import io.restassured.RestAssured;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** What people read when Cactus refuses, whichever service does. */
class RefusalsLanguageIT {

    private final Suites.Front suite = Suites.front();
    private final Person administrator = Person.administrator(suite);

    @Test
    void everySentenceOfEveryRefusalIsInTheReadersLanguage() throws Exception {
        var modules = Stream.of(
                        "platform/core",
                        "gateway",
                        "auth-service",
                        "client-service",
                        "portfolio-service",
                        "webhook-service",
                        "notification-service")
                .map(Path.of("..")::resolve)
                .toArray(Path[]::new);
        var contract = Person.anonymous(suite.url()).get("/openapi.json").asString();
        var walk = new RefusalWalk(
                Catalogue.of(modules),
                () -> RestAssured.given().baseUri(suite.url().toString()),
                administrator.accessToken());

        assertThat(walk.over(contract)).isGreaterThan(1000);
    }
}
