package com.cactuswealth.gateway.session;

import com.cactuswealth.gateway.services.Answer;
import com.cactuswealth.platform.logging.RequestId;
import com.cactuswealth.platform.problem.Problem;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.smallrye.common.annotation.RunOnVirtualThread;
import io.vertx.core.MultiMap;
import io.vertx.core.http.HttpServerRequest;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** Signing in and out in a browser, which gets a cookie and never sees a token. */
@Path("/api/v1/session")
@Produces(MediaType.APPLICATION_JSON)
@RunOnVirtualThread
@Tag(name = "Session", description = "Signing in and out in a browser; programs use /api/v1/auth/tokens")
class SessionResource {

    /** What auth-service needs to know about the browser: to slow down guessing, to list sessions, to answer. */
    private static final List<String> CALLER = List.of(
            RequestId.HEADER,
            "X-Forwarded-For",
            "X-Forwarded-Proto",
            "X-Forwarded-Host",
            "User-Agent",
            "Accept-Language",
            "traceparent");

    private final AuthService auth;
    private final Sessions sessions;
    private final SessionConfig config;
    private final ObjectMapper json;

    SessionResource(AuthService auth, Sessions sessions, SessionConfig config, ObjectMapper json) {
        this.auth = auth;
        this.sessions = sessions;
        this.config = config;
        this.json = json;
    }

    /** Signs in; an earlier session of the same browser ends, and the new one has a new id. */
    @POST
    @Operation(summary = "Sign in", description = "Sets the cookie __Host-cactus")
    @APIResponse(
            responseCode = "200",
            description = "Signed in",
            content = @Content(schema = @Schema(implementation = SessionView.class)))
    @APIResponse(responseCode = "401", description = "Wrong identifier or password")
    @APIResponse(responseCode = "403", description = "The request comes from another site")
    @APIResponse(responseCode = "429", description = "Too many tries; Retry-After says when to come back")
    public Response signIn(@NotNull @Valid SignIn credentials, @Context HttpServerRequest request) {
        SameOrigin.mustNotBeDisproven(request);
        var answer = auth.signIn(credentials, callerHeaders(request));
        if (answer.status() != 200) {
            return passedOn(answer);
        }
        var tokens = auth.tokens(answer);
        var user = user(tokens.access());
        SessionCookie.of(request).ifPresent(sessions::end);
        var id = sessions.begin(user.user().path("id").asText(), tokens);
        return Response.ok(user)
                .header(HttpHeaders.SET_COOKIE, SessionCookie.set(id, config))
                .header(HttpHeaders.CACHE_CONTROL, "no-store")
                .build();
    }

    /** Says who is signed in. */
    @GET
    @Operation(summary = "Who is signed in", description = "The user of the browser's cookie.")
    @APIResponse(
            responseCode = "200",
            description = "The signed-in user",
            content = @Content(schema = @Schema(implementation = SessionView.class)))
    @APIResponse(responseCode = "401", description = "session.nobody")
    public Response current(@Context HttpServerRequest request) {
        var session = SessionCookie.of(request).flatMap(sessions::fresh);
        if (session.isEmpty()) {
            throw nobody(request);
        }
        return Response.ok(user(session.get().tokens().access()))
                .header(HttpHeaders.CACHE_CONTROL, "no-store")
                .build();
    }

    /**
     * Signs out, here and at auth-service; when nobody is signed in that is done already, but not everywhere, because
     * then nobody knows whose sessions were meant.
     */
    @DELETE
    @Operation(summary = "Sign out", description = "With everywhere=true, out of all browsers and programs of the user")
    @APIResponse(responseCode = "204", description = "Nobody is signed in any more")
    @APIResponse(responseCode = "401", description = "Nobody was signed in who could be signed out everywhere")
    @APIResponse(responseCode = "403", description = "The request comes from another site")
    public Response signOut(@QueryParam("everywhere") boolean everywhere, @Context HttpServerRequest request) {
        var id = SessionCookie.of(request);
        id.ifPresent(known -> SameOrigin.mustBeProven(request));
        if (!everywhere) {
            id.ifPresent(sessions::end);
        } else if (!id.map(sessions::endEverywhere).orElse(false)) {
            throw nobody(request);
        }
        return Response.noContent()
                .header(HttpHeaders.SET_COOKIE, SessionCookie.expired())
                .build();
    }

    private static Problem nobody(HttpServerRequest request) {
        request.response().headers().add(HttpHeaders.SET_COOKIE, SessionCookie.expired());
        return Problem.unauthenticated("session.nobody");
    }

    private SessionView user(String accessToken) {
        var user = auth.user(accessToken).orElseThrow(() -> Problem.unauthenticated("session.nobody"));
        try {
            return new SessionView(json.readTree(user.getBytes()));
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    private static MultiMap callerHeaders(HttpServerRequest request) {
        var headers = MultiMap.caseInsensitiveMultiMap();
        CALLER.stream().filter(request.headers()::contains).forEach(name -> headers.set(name, request.getHeader(name)));
        return headers;
    }

    private static Response passedOn(Answer answer) {
        var response = Response.status(answer.status()).entity(answer.body().getBytes());
        List.of(HttpHeaders.CONTENT_TYPE, HttpHeaders.RETRY_AFTER, HttpHeaders.WWW_AUTHENTICATE)
                .forEach(name -> response.header(name, answer.headers().get(name)));
        return response.build();
    }
}
