package com.cactuswealth.auth.signin;

import com.cactuswealth.auth.user.User;
import com.cactuswealth.auth.user.Users;
import com.cactuswealth.platform.identity.Ids;
import com.cactuswealth.platform.problem.Problem;
import com.cactuswealth.platform.text.EmailAddress;
import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.enterprise.context.ApplicationScoped;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.Optional;
import java.util.UUID;
import org.jboss.logging.Logger;

/**
 * Turns a password, or a refresh token, into tokens. Refresh tokens rotate: each is good once, and using one again means
 * that someone else has it, so the whole family ends (RFC 9700, 4.14.2). Only for some seconds a used token gives the same
 * successor again, for those whose answer was lost and for programs that refresh at once.
 */
@ApplicationScoped
class SignIn implements SignInMethod {

    private static final Logger LOG = Logger.getLogger(SignIn.class);

    private final Users users;
    private final Passwords passwords;
    private final HashingQueue queue;
    private final Throttle throttle;
    private final RefreshTokens refreshTokens;
    private final AccessTokens accessTokens;
    private final SignInConfig config;
    private final Ids ids;
    private final Clock clock;

    SignIn(
            Users users,
            Passwords passwords,
            HashingQueue queue,
            Throttle throttle,
            RefreshTokens refreshTokens,
            AccessTokens accessTokens,
            SignInConfig config,
            Ids ids,
            Clock clock) {
        this.users = users;
        this.passwords = passwords;
        this.queue = queue;
        this.throttle = throttle;
        this.refreshTokens = refreshTokens;
        this.accessTokens = accessTokens;
        this.config = config;
        this.ids = ids;
        this.clock = clock;
    }

    /** A refresh token that was given out, and to whom. */
    private record Renewal(User user, String refreshToken) {}

    @Override
    public Kind kind() {
        return Kind.PASSWORD;
    }

    /**
     * Signs in with a password.
     *
     * @param address of the caller
     * @throws Problem unauthenticated, the same for an unknown, an inactive and a mistyped account; too many requests or
     *     unavailable, with the time to wait
     */
    TokenView withPassword(String identifier, String password, String address) {
        return queue.inPlace(address, () -> checked(identifier, password, address));
    }

    private TokenView checked(String identifier, String password, String address) {
        var found = QuarkusTransaction.requiringNew().call(() -> users.byIdentifier(identifier));
        var attempt = throttle.attempt(found.map(User::id).orElseGet(() -> accountOfNobody(identifier)), address);
        var matches = passwords.matches(password, found.map(User::passwordHash));
        var user = found.filter(User::isActive)
                .filter(known -> matches)
                .orElseThrow(() -> Problem.unauthenticated("signIn.refused"));
        var newHash = passwords.isOutdated(user.passwordHash())
                ? Optional.of(passwords.rehash(password))
                : Optional.<String>empty();
        var refreshToken = QuarkusTransaction.requiringNew().call(() -> {
            throttle.succeeded(attempt);
            newHash.ifPresent(hash -> users.replacePasswordHash(user, hash));
            return refreshTokens.issue(user.id(), ids.next(), clock.instant());
        });
        return tokens(user, refreshToken);
    }

    /** Under which tries with an identifier count that is nobody's. */
    private static UUID accountOfNobody(String identifier) {
        return UUID.nameUUIDFromBytes(EmailAddress.normal(identifier).getBytes(StandardCharsets.UTF_8));
    }

    /** @throws Problem unauthenticated when the token is unknown, expired, used or its user may no longer sign in */
    TokenView refresh(String token) {
        var renewal = QuarkusTransaction.requiringNew()
                .call(() -> refreshTokens.find(token).flatMap(this::renew))
                .orElseThrow(() -> Problem.unauthenticated("refreshToken.refused"));
        return tokens(renewal.user(), renewal.refreshToken());
    }

    private Optional<Renewal> renew(RefreshToken token) {
        var successor = token.isUsed() ? refreshTokens.successorAgain(token) : Optional.<String>empty();
        if (token.isUsed() && successor.isEmpty()) {
            LOG.warnf("Refresh token used twice; ending sign-in %s of user %s", token.familyId(), token.userId());
            refreshTokens.revokeFamily(token.familyId());
            return Optional.empty();
        }
        var user = users.findByIdOptional(token.userId()).filter(User::isActive);
        if (token.isExpired(clock.instant()) || user.isEmpty()) {
            return Optional.empty();
        }
        return Optional.of(new Renewal(user.get(), successor.orElseGet(() -> refreshTokens.replace(token))));
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

    /** Outside of a transaction, because signing may have to read a key, for which a second connection could be missing. */
    private TokenView tokens(User user, String refreshToken) {
        return new TokenView(
                accessTokens.issue(user), refreshToken, config.accessToken().toSeconds(), "Bearer");
    }
}
