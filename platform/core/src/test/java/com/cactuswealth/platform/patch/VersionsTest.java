package com.cactuswealth.platform.patch;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.hamcrest.Matchers.emptyString;
import static org.hamcrest.Matchers.equalTo;

import com.cactuswealth.platform.problem.Problem;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import java.util.List;
import org.jboss.resteasy.reactive.RestResponse;
import org.junit.jupiter.api.Test;

@QuarkusTest
class VersionsTest {

    @Path("/documents")
    public static class DocumentResource {

        @GET
        public RestResponse<String> one() {
            return RestResponse.ResponseBuilder.ok("content")
                    .tag(Versions.tag(7))
                    .build();
        }
    }

    @Test
    void theCurrentVersionMatches() {
        for (var header : new String[] {
            null, "*", " * ", "\"7\"", "\"6\", \"7\"", "\"6\",\"7\",", "W/\"7\", \"7\"", "\"a,b\",\"7\""
        }) {
            assertThatCode(() -> Versions.check(header, 7)).as(header).doesNotThrowAnyException();
        }
    }

    @Test
    void anotherOrAWeakVersionDoesNot() {
        for (var header : List.of("\"6\"", "\"6\", \"8\"", "W/\"7\"", "\"77\"", "\"\"")) {
            assertThat(refused(header).type().status()).as(header).isEqualTo(412);
        }
    }

    @Test
    void whatIsNoListOfTagsIsNamed() {
        for (var header : List.of("", " ", ",", "7", "\"7", "\"7\" \"8\"", "*, \"7\"", "w/\"7\"", "\"7\"x")) {
            var refused = refused(header);
            assertThat(refused.type().status()).as(header).isEqualTo(400);
            assertThat(refused.field()).contains("If-Match");
        }
    }

    @Test
    void aMalformedHeaderIsRefusedEverywhere() {
        for (var header : List.of("", "7", "\"7")) {
            given().header("If-Match", header)
                    .get("/documents")
                    .then()
                    .statusCode(400)
                    .body("errors[0].field", equalTo("If-Match"))
                    .body("errors[0].code", equalTo("entityTags"));
        }
    }

    @Test
    void whoHasTheCurrentVersionGetsNoBody() {
        for (var known : List.of("\"7\"", "W/\"7\"", "\"6\", \"7\"", "*")) {
            given().header("If-None-Match", known)
                    .get("/documents")
                    .then()
                    .statusCode(304)
                    .header("ETag", "\"7\"")
                    .body(emptyString());
        }
        for (var known : List.of("\"6\"", "7", "")) {
            given().header("If-None-Match", known)
                    .get("/documents")
                    .then()
                    .statusCode(200)
                    .body(equalTo("content"));
        }
    }

    private static Problem refused(String ifMatch) {
        return catchThrowableOfType(Problem.class, () -> Versions.check(ifMatch, 7));
    }
}
