package com.cactuswealth.auth.signin;

import com.cactuswealth.auth.key.SigningKeys;
import com.cactuswealth.auth.user.User;
import com.cactuswealth.auth.user.Users;
import com.cactuswealth.platform.identity.Ids;
import com.cactuswealth.platform.problem.Problem;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.smallrye.jwt.algorithm.SignatureAlgorithm;
import io.smallrye.jwt.build.Jwt;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Instant;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jboss.logging.Logger;

/**
 * Turns a password, or a refresh token, into tokens. Refresh tokens rotate: each is good once, and using one again means
 * that someone else has it, so the whole family ends (RFC 9700, 4.14.2).
 */
@ApplicationScoped
class SignIn implements SignInMethod {

    private static final Logger LOG = Logger.getLogger(SignIn.class);

    private final Users users;
    private final Passwords passwords;
    private final RefreshTokens refreshTokens;
    private final SigningKeys keys;
    private final Throttle throttle;
    private final SignInConfig config;
    private final Ids ids;
    private final Clock clock;
    private final String issuer;

    SignIn(
            Users users,
            Passwords passwords,
            RefreshTokens refreshTokens,
            SigningKeys keys,
            Throttle throttle,
            SignInConfig config,
            Ids ids,
            Clock clock,
            @ConfigProperty(name = "cactus.issuer") String issuer) {
        this.users = users;
        this.passwords = passwords;
        this.refreshTokens = refreshTokens;
        this.keys = keys;
        this.throttle = throttle;
        this.config = config;
        this.ids = ids;
        this.clock = clock;
        this.issuer = issuer;
    }

    @Override
    public Kind kind() {
        return Kind.PASSWORD;
    }

    /** @throws Problem unauthenticated, the same for an unknown, an inactive and a mistyped account */
    TokenView withPassword(String identifier, String password) {
        throttle.attempt(identifier);
        var user = QuarkusTransaction.requiringNew().call(() -> users.byIdentifier(identifier));
        if (!passwordFits(user, password) || !user.get().isActive()) {
            throw Problem.unauthenticated("Wrong identifier or password");
        }
        throttle.succeeded(identifier);
        return QuarkusTransaction.requiringNew().call(() -> tokens(user.get(), ids.next(), clock.instant()));
    }

    private boolean passwordFits(Optional<User> user, String password) {
        if (user.isEmpty()) {
            passwords.pretendToMatch(password);
            return false;
        }
        return passwords.matches(password, user.get().passwordHash());
    }

    /** @throws Problem unauthenticated when the token is unknown, expired, used or its user may no longer sign in */
    TokenView refresh(String token) {
        return QuarkusTransaction.requiringNew()
                .call(() -> refreshTokens.find(token).flatMap(this::rotate))
                .orElseThrow(() -> Problem.unauthenticated("The refresh token is no longer valid"));
    }

    private Optional<TokenView> rotate(RefreshToken token) {
        var family = token.familyId();
        if (token.isUsed()) {
            LOG.warnf("Refresh token used twice; ending sign-in %s of user %s", family, token.userId());
            refreshTokens.revokeFamily(family);
            return Optional.empty();
        }
        var user = users.findByIdOptional(token.userId()).filter(User::isActive);
        if (token.isExpired(clock.instant()) || user.isEmpty()) {
            return Optional.empty();
        }
        token.use(clock.instant());
        return Optional.of(tokens(user.get(), family, token.signedInAt()));
    }

    /** Ends the sign-in that the token belongs to; an unknown token changes nothing. */
    void revoke(String token) {
        QuarkusTransaction.requiringNew()
                .run(() -> refreshTokens.find(token).ifPresent(known -> refreshTokens.revokeFamily(known.familyId())));
    }

    /** Ends every sign-in of the user; access tokens that were given out last their few minutes more. */
    void revokeAll(UUID user) {
        QuarkusTransaction.requiringNew().run(() -> refreshTokens.revokeAllOf(user));
    }

    private TokenView tokens(User user, UUID family, Instant signedInAt) {
        var lifetime = config.accessToken();
        var now = clock.instant();
        var key = keys.current();
        var accessToken = Jwt.issuer(issuer)
                .subject(user.id().toString())
                .audience("cactus")
                .groups(Set.of(user.role().name()))
                .claim("name", user.name())
                .claim("email", user.email())
                .claim("jti", ids.next().toString())
                .issuedAt(now)
                .expiresAt(now.plus(lifetime))
                .jws()
                .algorithm(SignatureAlgorithm.ES256)
                .keyId(key.id().toString())
                .sign(key.privateKey());
        var refreshToken = refreshTokens.issue(user.id(), family, signedInAt.plus(config.longestSession()));
        return new TokenView(accessToken, refreshToken, lifetime.toSeconds(), "Bearer");
    }
}
