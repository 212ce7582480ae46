package com.cactuswealth.portfolios;

import static com.cactuswealth.platform.testing.TestUser.ADMIN;
import static org.assertj.core.api.Assertions.assertThat;

import com.cactuswealth.platform.testing.Catalogue;
import com.cactuswealth.platform.testing.RealServers;
import com.cactuswealth.platform.testing.RefusalWalk;
import com.cactuswealth.platform.testing.TestIssuer;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import org.junit.jupiter.api.Test;

@QuarkusTest
@WithTestResource(RealServers.class)
class RefusalsTest {

    @Test
    void everySentenceOfEveryRefusalIsInTheReadersLanguage() throws Exception {
        var contract = RestAssured.get("/q/openapi?format=json").asString();
        var walk = new RefusalWalk(Catalogue.ofService(), RestAssured::given, TestIssuer.token(ADMIN));

        assertThat(walk.over(contract)).isGreaterThan(100);
    }
}
