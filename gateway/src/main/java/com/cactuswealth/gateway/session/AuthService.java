package com.cactuswealth.gateway.session;

import com.cactuswealth.gateway.services.Answer;
import com.cactuswealth.gateway.services.Origins;
import com.cactuswealth.gateway.services.Service;
import com.cactuswealth.gateway.services.Waiting;
import com.cactuswealth.platform.logging.RequestId;
import com.cactuswealth.platform.message.Message;
import com.cactuswealth.platform.problem.Problem;
import io.vertx.core.MultiMap;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.json.JsonObject;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Duration;
import java.util.Optional;

/** auth-service as the sessions need it. Every call blocks; its failures of whatever kind are a problem 503 or 504. */
@Singleton
class AuthService {

    private static final String TOKENS = "/api/v1/auth/tokens";

    private final Origins origins;
    private final SessionConfig config;
    private final Clock clock;

    AuthService(Origins origins, SessionConfig config, Clock clock) {
        this.origins = origins;
        this.config = config;
        this.clock = clock;
    }

    /** Asks for tokens; the answer is auth-service's own, for the caller of the gateway to see when it is a refusal. */
    Answer signIn(SignIn credentials, MultiMap callerHeaders) {
        var body = new JsonObject().put("identifier", credentials.identifier()).put("password", credentials.password());
        return post(TOKENS, body, callerHeaders);
    }

    /** New tokens for a refresh token, which is thereby used up; empty when it is refused. */
    Optional<Tokens> refresh(String refreshToken) {
        var answer = post(TOKENS + "/refresh", refreshBody(refreshToken), MultiMap.caseInsensitiveMultiMap());
        return switch (answer.status()) {
            case 200 -> Optional.of(tokens(answer));
            case 400, 401, 403 -> Optional.empty();
            default -> throw unavailable();
        };
    }

    /** Ends all that came from the same sign-in. */
    void revoke(String refreshToken) {
        post(TOKENS + "/revoke", refreshBody(refreshToken), MultiMap.caseInsensitiveMultiMap());
    }

    /** Ends every sign-in of the token's owner; false when the token is not accepted. */
    boolean revokeAll(String accessToken) {
        var headers = MultiMap.caseInsensitiveMultiMap().add(HttpHeaders.AUTHORIZATION, "Bearer " + accessToken);
        return post(TOKENS + "/revoke-all", new JsonObject(), headers).status() == 204;
    }

    /** The profile of the token's owner, empty when the token is not accepted. */
    Optional<Buffer> user(String accessToken) {
        var headers = MultiMap.caseInsensitiveMultiMap().add(HttpHeaders.AUTHORIZATION, "Bearer " + accessToken);
        var answer = ask(HttpMethod.GET, "/api/v1/users/me", Buffer.buffer(), headers);
        return answer.status() == 200 ? Optional.of(answer.body()) : Optional.empty();
    }

    Tokens tokens(Answer answer) {
        var fields = answer.body().toJsonObject();
        return new Tokens(
                fields.getString("accessToken"),
                fields.getString("refreshToken"),
                clock.instant().plusSeconds(fields.getLong("expiresIn")));
    }

    private Answer post(String path, JsonObject body, MultiMap headers) {
        return ask(HttpMethod.POST, path, body.toBuffer(), headers.set(HttpHeaders.CONTENT_TYPE, "application/json"));
    }

    private Answer ask(HttpMethod method, String path, Buffer body, MultiMap headers) {
        if (RequestId.current() != null) {
            headers.set(RequestId.HEADER, RequestId.current());
        }
        var answer = Waiting.on(origins.ask(Service.AUTH, method, path, headers, body, config.authTimeout()));
        if (answer.status() >= 500) {
            throw unavailable();
        }
        return answer;
    }

    private static Problem unavailable() {
        return Problem.unavailable(
                Message.of("serviceUnreachable").with("service", Service.AUTH.label()), Duration.ofSeconds(1));
    }

    private static JsonObject refreshBody(String refreshToken) {
        return new JsonObject().put("refreshToken", refreshToken);
    }
}
