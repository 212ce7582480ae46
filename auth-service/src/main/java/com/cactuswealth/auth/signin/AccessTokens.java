package com.cactuswealth.auth.signin;

import com.cactuswealth.auth.key.SigningKeys;
import com.cactuswealth.auth.user.User;
import com.cactuswealth.platform.identity.Ids;
import io.smallrye.jwt.algorithm.SignatureAlgorithm;
import io.smallrye.jwt.build.Jwt;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.util.Set;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** Gives out access tokens: signed statements of who somebody is, which every service verifies by itself. */
@ApplicationScoped
class AccessTokens {

    private final SigningKeys keys;
    private final SignInConfig config;
    private final Ids ids;
    private final Clock clock;
    private final String issuer;

    AccessTokens(
            SigningKeys keys,
            SignInConfig config,
            Ids ids,
            Clock clock,
            @ConfigProperty(name = "cactus.issuer") String issuer) {
        this.keys = keys;
        this.config = config;
        this.ids = ids;
        this.clock = clock;
        this.issuer = issuer;
    }

    String issue(User user) {
        var now = clock.instant();
        var key = keys.current();
        return Jwt.issuer(issuer)
                .subject(user.id().toString())
                .audience("cactus")
                .groups(Set.of(user.role().name()))
                .claim("name", user.name())
                .claim("email", user.email())
                .claim("jti", ids.next().toString())
                .issuedAt(now)
                .expiresAt(now.plus(config.accessToken()))
                .jws()
                .algorithm(SignatureAlgorithm.ES256)
                .keyId(key.id().toString())
                .sign(key.privateKey());
    }
}
