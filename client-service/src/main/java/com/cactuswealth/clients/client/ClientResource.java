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
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBodySchema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
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
@Tag(name = "Clients")
class ClientResource {

    private final Clients clients;
    private final ClientService service;
    private final Viewer viewer;

    ClientResource(Clients clients, ClientService service, Viewer viewer) {
        this.clients = clients;
        this.service = service;
        this.viewer = viewer;
    }

    @POST
    @Operation(summary = "Add a client", description = "It is owned by the caller or by an advisor of theirs.")
    @APIResponse(responseCode = "409", description = "The e-mail is the address of another client of this advisor")
    @APIResponseSchema(responseCode = "201", value = ClientView.class)
    public RestResponse<ClientView> create(@Valid @NotNull ClientRequest request) {
        var client = service.create(request);
        return ResponseBuilder.create(RestResponse.Status.CREATED, ClientView.of(client))
                .location(URI.create("/api/v1/clients/" + client.id()))
                .tag(Versions.tag(client.version()))
                .build();
    }

    @GET
    @Operation(
            summary = "List clients",
            description = "One page of the clients in the caller's scope; a cursor goes with the order and the filters it came from.")
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

    @GET
    @Path("/{id}")
    @Operation(summary = "Read a client", description = "A client in the caller's scope, archived or not.")
    @RolesAllowed({ADVISOR, MANAGER, ADMIN, COMPLIANCE})
    public RestResponse<ClientView> one(@RestPath UUID id) {
        return tagged(clients.visible(viewer.scope(), id));
    }

    @PATCH
    @Path("/{id}")
    @Consumes({MergePatch.MEDIA_TYPE, MediaType.APPLICATION_JSON})
    @Operation(
            summary = "Change a client",
            description = "Changes the given fields; null clears one. With If-Match, only the version that was seen.")
    @APIResponse(responseCode = "409", description = "The e-mail is the address of another client of this advisor")
    public RestResponse<ClientView> patch(
            @RestPath UUID id,
            @NotNull @RequestBodySchema(ClientRequest.class) JsonNode patch,
            @RestHeader(HttpHeaders.IF_MATCH) String ifMatch) {
        return tagged(service.patch(id, patch, ifMatch));
    }

    @PUT
    @Path("/{id}/owner")
    @Operation(
            summary = "Transfer a client",
            description = "Hands the client to another advisor of the caller's; the former owner no longer sees it.")
    @APIResponse(responseCode = "409", description = "It is archived, or the new owner has a client with that e-mail")
    @RolesAllowed({MANAGER, ADMIN})
    public RestResponse<ClientView> transfer(
            @RestPath UUID id, @Valid @NotNull OwnerRequest request, @RestHeader(HttpHeaders.IF_MATCH) String ifMatch) {
        return tagged(service.transfer(id, request.ownerId(), ifMatch));
    }

    @DELETE
    @Path("/{id}")
    @Operation(
            summary = "Archive a client",
            description = "It can still be read and restored; personal data is erased by an act of its own.")
    public void archive(@RestPath UUID id) {
        service.archive(id);
    }

    @POST
    @Path("/{id}/restore")
    @Operation(
            summary = "Restore a client",
            description = "Undoes the archiving; a client that is not archived stays as it is.")
    @APIResponse(responseCode = "409", description = "The e-mail is the address of another client of this advisor")
    public RestResponse<ClientView> restore(@RestPath UUID id) {
        return tagged(service.restore(id));
    }

    static RestResponse<ClientView> tagged(Client client) {
        return ResponseBuilder.ok(ClientView.of(client))
                .tag(Versions.tag(client.version()))
                .build();
    }
}
