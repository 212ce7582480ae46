package com.cactuswealth.auth.signin;

import static com.cactuswealth.platform.access.Roles.ADMIN;
import static com.cactuswealth.platform.access.Roles.ADVISOR;
import static com.cactuswealth.platform.access.Roles.COMPLIANCE;
import static com.cactuswealth.platform.access.Roles.MANAGER;

import com.cactuswealth.platform.access.Viewer;
import io.smallrye.common.annotation.RunOnVirtualThread;
import io.vertx.core.http.HttpServerRequest;
import jakarta.annotation.security.PermitAll;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestResponse;

/** Sign-in for programs; browsers use the gateway's session and never see a token. */
@Path("/api/v1/auth/tokens")
@RunOnVirtualThread
@PermitAll
@Tag(name = "Sign-in")
class TokenResource {

    private final SignIn signIn;
    private final Viewer viewer;

    TokenResource(SignIn signIn, Viewer viewer) {
        this.signIn = signIn;
        this.viewer = viewer;
    }

    @POST
    @Operation(
            summary = "Sign in",
            description = "For programs, by e-mail or username and password; browsers use /api/v1/session.")
    @APIResponse(responseCode = "200", description = "Signed in")
    @APIResponse(responseCode = "401", description = "Wrong identifier or password")
    @APIResponse(responseCode = "429", description = "Too many tries; Retry-After says when to come back")
    public RestResponse<TokenView> signIn(@Valid @NotNull SignInRequest request, @Context HttpServerRequest http) {
        return uncached(signIn.withPassword(request.identifier(), request.password(), CallerAddress.of(http)));
    }

    @POST
    @Path("/refresh")
    @Operation(
            summary = "Refresh tokens",
            description =
                    "Uses up a refresh token for new tokens; once more within some seconds it gives the same new refresh token.")
    @APIResponse(responseCode = "200", description = "New tokens")
    @APIResponse(responseCode = "401", description = "The refresh token is unknown, expired or used up")
    public RestResponse<TokenView> refresh(@Valid @NotNull RefreshRequest request) {
        return uncached(signIn.refresh(request.refreshToken()));
    }

    @POST
    @Path("/revoke")
    @Operation(summary = "Sign out", description = "Ends the sign-in that the refresh token belongs to.")
    @APIResponse(responseCode = "204", description = "Done")
    public void revoke(@Valid @NotNull RefreshRequest request) {
        signIn.revoke(request.refreshToken());
    }

    @POST
    @Path("/revoke-all")
    @Operation(summary = "Sign out everywhere", description = "Ends every sign-in of the caller.")
    @APIResponse(responseCode = "204", description = "Done")
    @RolesAllowed({ADMIN, COMPLIANCE, MANAGER, ADVISOR})
    public void revokeAll() {
        signIn.revokeAll(viewer.id());
    }

    private static RestResponse<TokenView> uncached(TokenView tokens) {
        return RestResponse.ResponseBuilder.ok(tokens)
                .header(HttpHeaders.CACHE_CONTROL, "no-store")
                .build();
    }
}
