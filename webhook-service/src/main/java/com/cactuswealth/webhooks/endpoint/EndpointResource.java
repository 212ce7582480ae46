package com.cactuswealth.webhooks.endpoint;

import static com.cactuswealth.platform.access.Roles.ADMIN;

import com.cactuswealth.platform.access.Viewer;
import com.cactuswealth.platform.paging.Cursor;
import com.cactuswealth.platform.paging.Page;
import com.cactuswealth.platform.paging.PagedList;
import com.cactuswealth.platform.patch.Versions;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.PATCH;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import java.net.URI;
import java.util.Optional;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestHeader;
import org.jboss.resteasy.reactive.RestPath;
import org.jboss.resteasy.reactive.RestQuery;
import org.jboss.resteasy.reactive.RestResponse;
import org.jboss.resteasy.reactive.RestResponse.ResponseBuilder;
import org.jboss.resteasy.reactive.RestResponse.Status;

/** The partners' endpoints, for the administrator. */
@Path("/api/v1/webhooks/endpoints")
@Produces(MediaType.APPLICATION_JSON)
@RunOnVirtualThread
@RolesAllowed(ADMIN)
@Tag(name = "Webhooks")
class EndpointResource {

    private final Endpoints endpoints;
    private final EndpointService service;
    private final Viewer viewer;

    EndpointResource(Endpoints endpoints, EndpointService service, Viewer viewer) {
        this.endpoints = endpoints;
        this.service = service;
        this.viewer = viewer;
    }

    @POST
    @Operation(summary = "Register an endpoint", description = "The answer is the only one that ever shows its secret.")
    @APIResponseSchema(responseCode = "201", value = EndpointView.class)
    public RestResponse<EndpointView> create(@Valid @NotNull EndpointRequest request) {
        var endpoint = service.create(request, viewer.id());
        return ResponseBuilder.create(Status.CREATED, endpoint)
                .location(URI.create("/api/v1/webhooks/endpoints/" + endpoint.id()))
                .tag(Versions.tag(endpoint.version()))
                .build();
    }

    @GET
    @Operation(summary = "List endpoints", description = "The newest first.")
    public Page<EndpointView> list(
            @RestQuery @DefaultValue("50") @Min(1) @Max(Page.MAX_LIMIT) int limit, @RestQuery Optional<String> cursor) {
        var list = PagedList.of("endpoints");
        return Page.of(
                list,
                endpoints.list(limit, list.after(cursor, 1)),
                limit,
                endpoints.count(),
                EndpointView::of,
                endpoint -> Cursor.of(endpoint.id()));
    }

    @GET
    @Path("/{id}")
    @Operation(summary = "Read an endpoint", description = "Its state and what it subscribes to, without its secret.")
    public RestResponse<EndpointView> one(@RestPath UUID id) {
        return tagged(EndpointView.of(endpoints.get(id)));
    }

    @PATCH
    @Path("/{id}")
    @Operation(
            summary = "Change an endpoint",
            description = "Changes the given fields. With If-Match, only the version that the caller has seen.")
    public RestResponse<EndpointView> change(
            @RestPath UUID id, @RestHeader(HttpHeaders.IF_MATCH) String ifMatch, @Valid @NotNull EndpointPatch patch) {
        return tagged(service.change(id, patch, ifMatch));
    }

    @DELETE
    @Path("/{id}")
    @Operation(
            summary = "Delete an endpoint",
            description = "What waited for it is cancelled; the log of its deliveries stays.")
    public void delete(@RestPath UUID id) {
        service.delete(id);
    }

    @POST
    @Path("/{id}/secret/rotate")
    @Operation(
            summary = "Rotate a secret",
            description = "Shows the new secret once. The old one signs too for a while, for partners to change over.")
    public RotatedSecret rotate(@RestPath UUID id) {
        return service.rotate(id);
    }

    private static RestResponse<EndpointView> tagged(EndpointView endpoint) {
        return ResponseBuilder.ok(endpoint)
                .tag(Versions.tag(endpoint.version()))
                .build();
    }
}
