package com.cactuswealth.platform.token;

import static com.cactuswealth.platform.testing.As.bearing;
import static com.cactuswealth.platform.testing.TestUser.ANA;
import static org.assertj.core.api.Assertions.assertThat;

import com.cactuswealth.platform.testing.RealServers;
import com.cactuswealth.platform.testing.TestIssuer;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.time.Duration;
import org.junit.jupiter.api.Test;

@QuarkusTest
@WithTestResource(RealServers.class)
class CallerTest {

    @Test
    void aServiceRemembersWhomATokenNamesAndEachTokenApart() {
        var token = TestIssuer.token(ANA);
        var caller = caller(token);
        assertThat(caller(token)).isEqualTo(caller);
        assertThat(caller(TestIssuer.tokenFor(ANA, Duration.ofMinutes(4)))).isNotEqualTo(caller);
    }

    @Test
    void aForgedTokenIsRefusedAsOftenAsItComes() {
        var forged = TestIssuer.forgedToken(ANA);
        bearing(forged).get("/caller").then().statusCode(401);
        bearing(forged).get("/caller").then().statusCode(401);
    }

    private static String caller(String token) {
        return bearing(token).get("/caller").then().statusCode(200).extract().asString();
    }
}
