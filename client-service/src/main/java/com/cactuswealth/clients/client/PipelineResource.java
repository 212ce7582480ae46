package com.cactuswealth.clients.client;

import static com.cactuswealth.platform.access.Roles.ADMIN;
import static com.cactuswealth.platform.access.Roles.ADVISOR;
import static com.cactuswealth.platform.access.Roles.COMPLIANCE;
import static com.cactuswealth.platform.access.Roles.MANAGER;

import com.cactuswealth.platform.access.Viewer;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.HttpHeaders;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestHeader;
import org.jboss.resteasy.reactive.RestPath;
import org.jboss.resteasy.reactive.RestQuery;
import org.jboss.resteasy.reactive.RestResponse;

/** The way of clients from one stage to the next. */
@Path("/api/v1/clients")
@RunOnVirtualThread
@RolesAllowed({ADVISOR, MANAGER, ADMIN, COMPLIANCE})
@Tag(name = "Clients")
class PipelineResource {

    private final Clients clients;
    private final StageHistory history;
    private final ClientService service;
    private final Viewer viewer;

    PipelineResource(Clients clients, StageHistory history, ClientService service, Viewer viewer) {
        this.clients = clients;
        this.history = history;
        this.service = service;
        this.viewer = viewer;
    }

    @GET
    @Path("/board")
    @Operation(summary = "Pipeline", description = "Every stage with its clients, the latest arrived first.")
    public Board board(
            @Valid @BeanParam ClientFilter filter, @RestQuery @DefaultValue("50") @Min(1) @Max(100) int limit) {
        return Board.of(
                filter,
                clients.firstOfEachStage(viewer.scope(), filter, Board.SORT, limit),
                limit,
                clients.countByStage(viewer.scope(), filter));
    }

    @GET
    @Path("/{id}/stages")
    @Operation(summary = "Stages of a client", description = "The stages that the client went through, oldest first.")
    public List<StageStay> stages(@RestPath UUID id) {
        clients.checkVisible(viewer.scope(), id);
        return history.of(id);
    }

    @PUT
    @Path("/{id}/stage")
    @Operation(
            summary = "Move a client",
            description =
                    "Moves the client to another stage. With If-Match, only the version that the caller has seen.")
    @APIResponse(responseCode = "200", description = "The moved client")
    @APIResponse(responseCode = "409", description = "It is archived")
    @RolesAllowed({ADVISOR, MANAGER, ADMIN})
    public RestResponse<ClientView> move(
            @RestPath UUID id, @Valid @NotNull StageRequest request, @RestHeader(HttpHeaders.IF_MATCH) String ifMatch) {
        return ClientResource.tagged(service.move(id, request.stage(), ifMatch));
    }
}
