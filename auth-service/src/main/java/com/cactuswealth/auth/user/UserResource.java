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
import com.cactuswealth.platform.paging.PagedList;
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
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBodySchema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestPath;
import org.jboss.resteasy.reactive.RestQuery;
import org.jboss.resteasy.reactive.RestResponse;

/** Who works in the firm. */
@Path("/api/v1/users")
@Produces(MediaType.APPLICATION_JSON)
@RunOnVirtualThread
@RolesAllowed({ADMIN, COMPLIANCE, MANAGER, ADVISOR})
@Tag(name = "Users")
class UserResource {

    private final Users users;
    private final UserService service;
    private final Viewer viewer;

    UserResource(Users users, UserService service, Viewer viewer) {
        this.users = users;
        this.service = service;
        this.viewer = viewer;
    }

    @POST
    @Operation(summary = "Register a user", description = "For administrators.")
    @APIResponse(responseCode = "409", description = "The e-mail or username is taken")
    @APIResponseSchema(responseCode = "201", value = UserView.class)
    @RolesAllowed(ADMIN)
    public RestResponse<UserView> register(@Valid @NotNull UserRequest request) {
        var user = service.register(request, viewer.id());
        return RestResponse.ResponseBuilder.create(RestResponse.Status.CREATED, UserView.of(user))
                .location(URI.create("/api/v1/users/" + user.id()))
                .build();
    }

    @GET
    @Operation(summary = "List users", description = "The users in the caller's scope, by name.")
    public Page<UserView> list(
            @RestQuery @Size(max = 100) String q,
            @RestQuery Role role,
            @RestQuery @DefaultValue("50") @Min(1) @Max(Page.MAX_LIMIT) int limit,
            @RestQuery Optional<String> cursor) {
        var list = PagedList.of("users", q, role);
        return Page.of(
                list,
                users.list(viewer.scope(), q, role, limit, list.after(cursor, 2)),
                limit,
                users.count(viewer.scope(), q, role),
                UserView::of,
                user -> Cursor.of(user.name().toLowerCase(Locale.ROOT), user.id()));
    }

    @GET
    @Path("/me")
    @Operation(summary = "The caller", description = "Who the caller is.")
    public UserView me() {
        return UserView.of(users.visible(new Scope.Own(viewer.id()), viewer.id()));
    }

    @PATCH
    @Path("/me")
    @Consumes({MergePatch.MEDIA_TYPE, MediaType.APPLICATION_JSON})
    @Operation(
            summary = "Change the caller's profile",
            description = "Changes the given fields; a field that is null is cleared.")
    public UserView changeMe(@NotNull @RequestBodySchema(ProfileRequest.class) JsonNode patch) {
        return UserView.of(service.changeProfile(viewer.id(), patch));
    }

    @GET
    @Path("/{id}")
    @Operation(summary = "Read a user", description = "A user in the caller's scope.")
    public UserView one(@RestPath UUID id) {
        return UserView.of(users.visible(viewer.scope(), id));
    }
}
