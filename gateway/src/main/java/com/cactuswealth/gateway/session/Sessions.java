package com.cactuswealth.gateway.session;

import com.cactuswealth.platform.problem.Problem;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Duration;
import java.util.Optional;
import org.jboss.logging.Logger;

/**
 * Browser sessions and their access tokens.
 *
 * <p>auth-service takes a refresh token once and treats a second use as theft, so of all requests on all gateways that
 * find the access token used up, exactly one refreshes it and the others wait for what it stores. Should that one die
 * between the two, the lock runs out, the next refresh is refused, and the person signs in again.
 */
@Singleton
class Sessions {

    private static final Logger LOG = Logger.getLogger(Sessions.class);
    private static final Duration LOOK_AGAIN = Duration.ofMillis(20);

    private final SessionStore store;
    private final AuthService auth;
    private final SessionConfig config;
    private final Clock clock;

    Sessions(SessionStore store, AuthService auth, SessionConfig config, Clock clock) {
        this.store = store;
        this.auth = auth;
        this.config = config;
        this.clock = clock;
    }

    /** A new session under a new id, whatever id the browser came with. */
    SessionId begin(String user, Tokens tokens) {
        var id = SessionId.random();
        store.create(id, new Session(user, tokens, clock.instant()));
        return id;
    }

    /** Ends a session here and at auth-service; nothing happens when there is none. */
    void end(SessionId id) {
        var session = store.find(id);
        session.ifPresentOrElse(ended -> store.delete(id, ended), () -> store.delete(id));
        session.ifPresent(ended -> {
            try {
                auth.revoke(ended.tokens().refresh());
            } catch (Problem unavailable) {
                // The only copy of the refresh token went with the session.
                LOG.warnf("A refresh token could not be revoked: %s", unavailable.getMessage());
            }
        });
    }

    /**
     * Ends all sessions of the user, here and at auth-service; false when the session was over before. First at
     * auth-service: should this gateway die between the two, the sessions here can get no new access token, so that they
     * end within the minutes that their last one has, and whoever asked can ask again. The other way round, refresh
     * tokens that programs hold would live on for weeks, and there would be no session left to ask with.
     */
    boolean endEverywhere(SessionId id) {
        var session = fresh(id);
        if (session.isEmpty() || !auth.revokeAll(session.get().tokens().access())) {
            return false;
        }
        store.deleteAllOf(session.get().user());
        return true;
    }

    /** The session with an access token that lasts a while, or empty when it is over. */
    Optional<Session> fresh(SessionId id) {
        var giveUp = clock.instant().plus(config.refreshLock());
        while (true) {
            var session = store.find(id);
            if (session.isEmpty()) {
                return Optional.empty();
            }
            if (isFresh(session.get())) {
                return session;
            }
            var ticket = store.lock(id, config.refreshLock());
            if (ticket.isPresent()) {
                try {
                    return refresh(id);
                } finally {
                    store.unlock(id, ticket.get());
                }
            }
            if (clock.instant().isAfter(giveUp)) {
                throw Problem.unavailable("session.refreshing", Duration.ofSeconds(1));
            }
            pause();
        }
    }

    private Optional<Session> refresh(SessionId id) {
        // Someone may have stored a new one between our look and our lock.
        var session = store.find(id);
        if (session.isEmpty() || isFresh(session.get())) {
            return session;
        }
        var tokens = auth.refresh(session.get().tokens().refresh());
        if (tokens.isEmpty()) {
            store.delete(id, session.get());
            return Optional.empty();
        }
        var refreshed = session.get().with(tokens.get());
        return store.replace(id, refreshed) ? Optional.of(refreshed) : Optional.empty();
    }

    private boolean isFresh(Session session) {
        return session.tokens().expires().isAfter(clock.instant().plus(config.refreshAhead()));
    }

    private static void pause() {
        try {
            Thread.sleep(LOOK_AGAIN);
        } catch (InterruptedException stopping) {
            Thread.currentThread().interrupt();
            throw Problem.unavailable("stopping", Duration.ofSeconds(1));
        }
    }
}
