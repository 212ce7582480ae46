package com.cactuswealth.platform.token;

import io.quarkus.oidc.runtime.OidcIdentityProvider;
import io.quarkus.security.identity.AuthenticationRequestContext;
import io.quarkus.security.identity.IdentityProvider;
import io.quarkus.security.identity.SecurityIdentity;
import io.quarkus.security.identity.request.TokenAuthenticationRequest;
import io.quarkus.security.runtime.QuarkusSecurityIdentity;
import io.quarkus.vertx.http.runtime.security.HttpSecurityUtils;
import io.smallrye.mutiny.Uni;
import io.vertx.ext.web.RoutingContext;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import org.eclipse.microprofile.jwt.JsonWebToken;

/**
 * Remembers for a short while whom a verified access token names, because verifying an ES256 signature takes as long as
 * the rest of a small request. Every service still verifies every token itself, and a refused one each time it comes.
 * A minute is also how long a token of a withdrawn key may live on.
 */
@Singleton
class VerifiedTokens implements IdentityProvider<TokenAuthenticationRequest> {

    static final Duration MEMORY = Duration.ofMinutes(1);
    static final int CAPACITY = 1000;

    private final IdentityProvider<TokenAuthenticationRequest> verifier;
    private final Clock clock;
    private final Map<String, Verified> known = new LinkedHashMap<>(16, 0.75f, true) {
        @Override
        protected boolean removeEldestEntry(Map.Entry<String, Verified> leastRecentlyUsed) {
            return size() > CAPACITY;
        }
    };

    private record Verified(SecurityIdentity identity, Instant until) {}

    @Inject
    VerifiedTokens(OidcIdentityProvider verifier, Clock clock) {
        this((IdentityProvider<TokenAuthenticationRequest>) verifier, clock);
    }

    VerifiedTokens(IdentityProvider<TokenAuthenticationRequest> verifier, Clock clock) {
        this.verifier = verifier;
        this.clock = clock;
    }

    @Override
    public Class<TokenAuthenticationRequest> getRequestType() {
        return TokenAuthenticationRequest.class;
    }

    /** Before the verifier itself, which has the default priority. */
    @Override
    public int priority() {
        return IdentityProvider.super.priority() + 1;
    }

    @Override
    public Uni<SecurityIdentity> authenticate(
            TokenAuthenticationRequest request, AuthenticationRequestContext context) {
        var token = request.getToken().getToken();
        var now = clock.instant();
        synchronized (known) {
            var verified = known.get(token);
            if (verified != null && now.isBefore(verified.until)) {
                return Uni.createFrom()
                        .item(within(HttpSecurityUtils.getRoutingContextAttribute(request), verified.identity));
            }
        }
        return verifier.authenticate(request, context).invoke(identity -> remember(token, identity, now));
    }

    private void remember(String token, SecurityIdentity identity, Instant now) {
        if (identity.getPrincipal() instanceof JsonWebToken claims) {
            var expiry = Instant.ofEpochSecond(claims.getExpirationTime());
            var forgotten = now.plus(MEMORY);
            var verified = new Verified(within(null, identity), expiry.isBefore(forgotten) ? expiry : forgotten);
            synchronized (known) {
                known.put(token, verified);
            }
        }
    }

    /** Identities know the request they belong to; a remembered one must not hold on to its first. */
    private static SecurityIdentity within(RoutingContext request, SecurityIdentity identity) {
        return QuarkusSecurityIdentity.builder(identity)
                .addAttribute(RoutingContext.class.getName(), request)
                .build();
    }
}
