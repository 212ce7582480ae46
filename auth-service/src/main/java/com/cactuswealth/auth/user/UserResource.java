package com.cactuswealth.auth.user;

import static com.cactuswealth.platform.access.Roles.ADMIN;
import static com.cactuswealth.platform.access.Roles.ADVISOR;
import static com.cactuswealth.platform.access.Roles.COMPLIANCE;
import static com.cactuswealth.platform.access.Roles.MANAGER;

import com.cactuswealth.platform.access.Role;
import com.cactuswealth.platform.access.Scope;
import com.cactuswealth.platform.access.Viewer;
import com.cactuswealth.platform.paging.Cursor;
import com.cactuswealth.platform.paging.Page;
import com.cactuswealth.platform.patch.MergePatch;
import com.fasterxml.jackson.databind.JsonNode;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.PATCH;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.net.URI;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBodySchema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.jboss.resteasy.reactive.RestPath;
import org.jboss.resteasy.reactive.RestQuery;
import org.jboss.resteasy.reactive.RestResponse;

/** Who works in the firm. */
@Path("/api/v1/users")
@Produces(MediaType.APPLICATION_JSON)
@RunOnVirtualThread
@RolesAllowed({ADMIN, COMPLIANCE, MANAGER, ADVISOR})
class UserResource {

    private final Users users;
    private final UserService service;
    private final Viewer viewer;

    UserResource(Users users, UserService service, Viewer viewer) {
        this.users = users;
        this.service = service;
        this.viewer = viewer;
    }

    /** Registers a user. */
    @POST
    @Consumes(MediaType.APPLICATION_JSON)
    @APIResponseSchema(responseCode = "201", value = UserView.class)
    @RolesAllowed(ADMIN)
    public RestResponse<UserView> register(@Valid @NotNull UserRequest request) {
        var user = service.register(request, viewer.id());
        return RestResponse.ResponseBuilder.create(RestResponse.Status.CREATED, UserView.of(user))
                .location(URI.create("/api/v1/users/" + user.id()))
                .build();
    }

    /** The users in the caller's scope, by name. */
    @GET
    public Page<UserView> list(
            @RestQuery @Size(max = 100) String q,
            @RestQuery Role role,
            @RestQuery @DefaultValue("50") @Min(1) @Max(Page.MAX_LIMIT) int limit,
            @RestQuery Optional<String> cursor) {
        var after = cursor.map(text -> Cursor.decode(text, 2));
        return Page.of(
                users.list(viewer.scope(), q, role, limit, after),
                limit,
                users.count(viewer.scope(), q, role),
                UserView::of,
                user -> Cursor.of(user.name().toLowerCase(Locale.ROOT), user.id()));
    }

    /** The caller. */
    @GET
    @Path("/me")
    public UserView me() {
        return UserView.of(users.visible(new Scope.Own(viewer.id()), viewer.id()));
    }

    /** Changes the given fields of the caller's own profile; a field that is null is cleared. */
    @PATCH
    @Path("/me")
    @Consumes({MergePatch.MEDIA_TYPE, MediaType.APPLICATION_JSON})
    public UserView changeMe(@NotNull @RequestBodySchema(ProfileRequest.class) JsonNode patch) {
        return UserView.of(service.changeProfile(viewer.id(), patch));
    }

    @GET
    @Path("/{id}")
    public UserView one(@RestPath UUID id) {
        return UserView.of(users.visible(viewer.scope(), id));
    }
}
