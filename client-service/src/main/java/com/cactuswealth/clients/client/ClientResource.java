package com.cactuswealth.clients.client;

import static com.cactuswealth.platform.access.Roles.ADMIN;
import static com.cactuswealth.platform.access.Roles.ADVISOR;
import static com.cactuswealth.platform.access.Roles.COMPLIANCE;
import static com.cactuswealth.platform.access.Roles.MANAGER;

import com.cactuswealth.platform.access.Viewer;
import com.cactuswealth.platform.paging.Page;
import com.cactuswealth.platform.patch.MergePatch;
import com.cactuswealth.platform.patch.Versions;
import com.fasterxml.jackson.databind.JsonNode;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.PATCH;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import java.net.URI;
import java.util.Optional;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBodySchema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.jboss.resteasy.reactive.RestHeader;
import org.jboss.resteasy.reactive.RestPath;
import org.jboss.resteasy.reactive.RestQuery;
import org.jboss.resteasy.reactive.RestResponse;
import org.jboss.resteasy.reactive.RestResponse.ResponseBuilder;

/** The clients whom the caller may see: 404 outside that scope. */
@Path("/api/v1/clients")
@Produces(MediaType.APPLICATION_JSON)
@RunOnVirtualThread
@RolesAllowed({ADVISOR, MANAGER, ADMIN})
class ClientResource {

    private final Clients clients;
    private final ClientService service;
    private final Viewer viewer;

    ClientResource(Clients clients, ClientService service, Viewer viewer) {
        this.clients = clients;
        this.service = service;
        this.viewer = viewer;
    }

    /** Adds a client, owned by the caller or by an advisor of theirs. */
    @POST
    @APIResponseSchema(responseCode = "201", value = ClientView.class)
    public RestResponse<ClientView> create(@Valid @NotNull ClientRequest request) {
        var client = service.create(request);
        return ResponseBuilder.create(RestResponse.Status.CREATED, ClientView.of(client))
                .location(URI.create("/api/v1/clients/" + client.id()))
                .tag(Versions.tag(client.version()))
                .build();
    }

    /** One page of clients; a cursor goes with the order and the filters it came from. */
    @GET
    @RolesAllowed({ADVISOR, MANAGER, ADMIN, COMPLIANCE})
    public Page<ClientView> list(
            @Valid @BeanParam ClientFilter.OfList filter,
            @RestQuery @DefaultValue("-createdAt") String sort,
            @RestQuery @DefaultValue("50") @Min(1) @Max(Page.MAX_LIMIT) int limit,
            @RestQuery Optional<String> cursor) {
        var order = ClientSort.of(sort);
        var pages = filter.pages(order);
        return Page.of(
                pages,
                clients.list(viewer.scope(), filter, order, limit, pages.after(cursor, 2)),
                limit,
                clients.count(viewer.scope(), filter),
                ClientView::of,
                order::cursor);
    }

    /** One client, archived or not. */
    @GET
    @Path("/{id}")
    @RolesAllowed({ADVISOR, MANAGER, ADMIN, COMPLIANCE})
    public RestResponse<ClientView> one(@RestPath UUID id) {
        return tagged(clients.visible(viewer.scope(), id));
    }

    /** Changes the given fields; a field that is null is cleared. */
    @PATCH
    @Path("/{id}")
    @Consumes({MergePatch.MEDIA_TYPE, MediaType.APPLICATION_JSON})
    public RestResponse<ClientView> patch(
            @RestPath UUID id,
            @NotNull @RequestBodySchema(ClientRequest.class) JsonNode patch,
            @RestHeader(HttpHeaders.IF_MATCH) String ifMatch) {
        return tagged(service.patch(id, patch, ifMatch));
    }

    /** Hands the client to another advisor of the caller's; the former owner no longer sees it. */
    @PUT
    @Path("/{id}/owner")
    @RolesAllowed({MANAGER, ADMIN})
    public RestResponse<ClientView> transfer(
            @RestPath UUID id, @Valid @NotNull OwnerRequest request, @RestHeader(HttpHeaders.IF_MATCH) String ifMatch) {
        return tagged(service.transfer(id, request.ownerId(), ifMatch));
    }

    /** Archives the client, who can still be read and restored; personal data is erased by an act of its own. */
    @DELETE
    @Path("/{id}")
    public void archive(@RestPath UUID id) {
        service.archive(id);
    }

    /** Undoes the archiving; a client that is not archived stays as it is. */
    @POST
    @Path("/{id}/restore")
    public RestResponse<ClientView> restore(@RestPath UUID id) {
        return tagged(service.restore(id));
    }

    static RestResponse<ClientView> tagged(Client client) {
        return ResponseBuilder.ok(ClientView.of(client))
                .tag(Versions.tag(client.version()))
                .build();
    }
}
