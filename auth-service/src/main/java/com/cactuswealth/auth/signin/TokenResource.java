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
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.jboss.resteasy.reactive.RestResponse;

/** Sign-in for programs; browsers use the gateway's session and never see a token. */
@Path("/api/v1/auth/tokens")
@RunOnVirtualThread
@PermitAll
class TokenResource {

    private final SignIn signIn;
    private final Viewer viewer;

    TokenResource(SignIn signIn, Viewer viewer) {
        this.signIn = signIn;
        this.viewer = viewer;
    }

    /** Signs in with e-mail or username and password. */
    @POST
    @Consumes(MediaType.APPLICATION_JSON)
    public RestResponse<TokenView> signIn(@Valid @NotNull SignInRequest request, @Context HttpServerRequest http) {
        return uncached(signIn.withPassword(request.identifier(), request.password(), CallerAddress.of(http)));
    }

    /** Uses up a refresh token for new tokens; once more within some seconds it gives the same new refresh token. */
    @POST
    @Path("/refresh")
    @Consumes(MediaType.APPLICATION_JSON)
    public RestResponse<TokenView> refresh(@Valid @NotNull RefreshRequest request) {
        return uncached(signIn.refresh(request.refreshToken()));
    }

    /** Signs out. */
    @POST
    @Path("/revoke")
    @Consumes(MediaType.APPLICATION_JSON)
    @APIResponse(responseCode = "204", description = "Done")
    public void revoke(@Valid @NotNull RefreshRequest request) {
        signIn.revoke(request.refreshToken());
    }

    /** Signs the caller out everywhere. */
    @POST
    @Path("/revoke-all")
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
