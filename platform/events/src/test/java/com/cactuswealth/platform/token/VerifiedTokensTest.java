package com.cactuswealth.platform.token;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.quarkus.oidc.AccessTokenCredential;
import io.quarkus.oidc.runtime.OidcJwtCallerPrincipal;
import io.quarkus.security.AuthenticationFailedException;
import io.quarkus.security.identity.AuthenticationRequestContext;
import io.quarkus.security.identity.IdentityProvider;
import io.quarkus.security.identity.SecurityIdentity;
import io.quarkus.security.identity.request.TokenAuthenticationRequest;
import io.quarkus.security.runtime.QuarkusSecurityIdentity;
import io.smallrye.mutiny.Uni;
import io.vertx.ext.web.RoutingContext;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.jose4j.jwt.JwtClaims;
import org.jose4j.jwt.NumericDate;
import org.junit.jupiter.api.Test;

class VerifiedTokensTest {

    private static final Instant BEGIN = Instant.parse("2026-03-02T12:00:00Z");

    private Instant now = BEGIN;
    private final Verifier verifier = new Verifier();
    private final VerifiedTokens tokens = new VerifiedTokens(verifier, new MovedClock());

    @Test
    void aTokenIsVerifiedOnceAMinute() {
        var first = authenticate("a");
        now = BEGIN.plusSeconds(59);
        var second = authenticate("a");
        assertThat(verifier.verified).containsExactly("a");
        assertThat(second.getPrincipal()).isSameAs(first.getPrincipal());
        assertThat(second.getRoles()).containsExactly("ADVISOR");

        now = BEGIN.plusSeconds(60);
        authenticate("a");
        assertThat(verifier.verified).containsExactly("a", "a");
    }

    @Test
    void aTokenIsNotRememberedBeyondItsExpiry() {
        verifier.validity = Duration.ofSeconds(20);
        authenticate("a");
        now = BEGIN.plusSeconds(19);
        authenticate("a");
        assertThat(verifier.verified).containsExactly("a");

        now = BEGIN.plusSeconds(20);
        authenticate("a");
        assertThat(verifier.verified).containsExactly("a", "a");
    }

    @Test
    void aRefusedTokenIsVerifiedAgainEachTime() {
        for (var i = 0; i < 2; i++) {
            assertThatThrownBy(() -> authenticate("forged")).isInstanceOf(AuthenticationFailedException.class);
        }
        assertThat(verifier.verified).containsExactly("forged", "forged");
    }

    @Test
    void theLeastRecentlyUsedTokenIsForgottenFirst() {
        for (var i = 0; i < VerifiedTokens.CAPACITY; i++) {
            authenticate("token " + i);
        }
        authenticate("token 0");
        authenticate("one too many");
        verifier.verified.clear();

        authenticate("token 0");
        authenticate("token 1");
        assertThat(verifier.verified).containsExactly("token 1");
    }

    @Test
    void aRememberedIdentityDoesNotHoldItsFirstRequest() {
        authenticate("a");
        Object request = authenticate("a").getAttribute(RoutingContext.class.getName());
        assertThat(request).isNull();
    }

    private SecurityIdentity authenticate(String token) {
        return tokens.authenticate(new TokenAuthenticationRequest(new AccessTokenCredential(token)), null)
                .await()
                .indefinitely();
    }

    /** Accepts everything but what is called forged, and notes what it was asked. */
    private final class Verifier implements IdentityProvider<TokenAuthenticationRequest> {

        private final List<String> verified = new ArrayList<>();
        private Duration validity = Duration.ofMinutes(5);

        @Override
        public Class<TokenAuthenticationRequest> getRequestType() {
            return TokenAuthenticationRequest.class;
        }

        @Override
        public Uni<SecurityIdentity> authenticate(
                TokenAuthenticationRequest request, AuthenticationRequestContext context) {
            var token = request.getToken().getToken();
            verified.add(token);
            if (token.equals("forged")) {
                return Uni.createFrom().failure(new AuthenticationFailedException());
            }
            var claims = new JwtClaims();
            claims.setSubject("ana");
            claims.setExpirationTime(NumericDate.fromSeconds(now.plus(validity).getEpochSecond()));
            return Uni.createFrom()
                    .item(QuarkusSecurityIdentity.builder()
                            .setPrincipal(new OidcJwtCallerPrincipal(claims, request.getToken()))
                            .addRoles(Set.of("ADVISOR"))
                            .addAttribute(RoutingContext.class.getName(), "the first request")
                            .build());
        }
    }

    private final class MovedClock extends Clock {

        @Override
        public Instant instant() {
            return now;
        }

        @Override
        public ZoneOffset getZone() {
            return ZoneOffset.UTC;
        }

        @Override
        public Clock withZone(java.time.ZoneId zone) {
            return this;
        }
    }
}
