package com.cactuswealth.portfolios.portfolio;

import com.cactuswealth.platform.access.Roles;
import com.cactuswealth.platform.access.Viewer;
import com.cactuswealth.platform.paging.Page;
import com.cactuswealth.portfolios.client.Clients;
import io.quarkus.security.Authenticated;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.transaction.Transactional;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.net.URI;
import java.util.Optional;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestPath;
import org.jboss.resteasy.reactive.RestQuery;
import org.jboss.resteasy.reactive.RestResponse;

/** Portfolios of clients; whoever may not see the client finds neither it nor its portfolios. */
@Path("/api/v1")
@Produces(MediaType.APPLICATION_JSON)
@RunOnVirtualThread
@Authenticated
@Tag(name = "Portfolios")
class PortfolioResource {

    private final Portfolios portfolios;
    private final Clients clients;
    private final Viewer viewer;

    PortfolioResource(Portfolios portfolios, Clients clients, Viewer viewer) {
        this.portfolios = portfolios;
        this.clients = clients;
        this.viewer = viewer;
    }

    @POST
    @Operation(summary = "Open a portfolio", description = "For a client in the caller's scope.")
    @APIResponse(responseCode = "409", description = "The client has another portfolio of this name")
    @APIResponseSchema(responseCode = "201", value = PortfolioView.class)
    @Path("/clients/{clientId}/portfolios")
    @RolesAllowed({Roles.ADMIN, Roles.MANAGER, Roles.ADVISOR})
    @Transactional
    public RestResponse<PortfolioView> open(@RestPath UUID clientId, @NotNull @Valid PortfolioRequest request) {
        var client = clients.present(viewer.scope(), clientId);
        var portfolio = portfolios.open(client, request, viewer.id()).view();
        return RestResponse.ResponseBuilder.<PortfolioView>created(URI.create("/api/v1/portfolios/" + portfolio.id()))
                .entity(portfolio)
                .build();
    }

    @GET
    @Path("/clients/{clientId}/portfolios")
    @Operation(summary = "List portfolios of a client", description = "In the order in which they were opened.")
    @Transactional
    public Page<PortfolioView> list(
            @RestPath UUID clientId,
            @RestQuery @DefaultValue("50") @Min(1) @Max(Page.MAX_LIMIT) int limit,
            @RestQuery Optional<String> cursor) {
        return portfolios.of(clients.visible(viewer.scope(), clientId), cursor, limit);
    }

    @GET
    @Path("/portfolios/{id}")
    @Operation(summary = "Read a portfolio", description = "A portfolio of a client in the caller's scope.")
    @Transactional
    public PortfolioView get(@RestPath UUID id) {
        return portfolios.visible(viewer.scope(), id).view();
    }
}
