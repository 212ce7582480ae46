package com.cactuswealth.webhooks.delivery;

import static com.cactuswealth.platform.access.Roles.ADMIN;
import static com.cactuswealth.platform.access.Roles.COMPLIANCE;

import com.cactuswealth.platform.paging.Cursor;
import com.cactuswealth.platform.paging.Page;
import com.cactuswealth.platform.paging.PagedList;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.ResponseStatus;
import org.jboss.resteasy.reactive.RestPath;
import org.jboss.resteasy.reactive.RestQuery;

/** What was sent to partners, and what came of it. */
@Path("/api/v1/webhooks/deliveries")
@Produces(MediaType.APPLICATION_JSON)
@RunOnVirtualThread
@RolesAllowed(ADMIN)
@Tag(name = "Webhooks")
class DeliveryResource {

    private final DeliveryLog log;
    private final DeliveryService service;

    DeliveryResource(DeliveryLog log, DeliveryService service) {
        this.log = log;
        this.service = service;
    }

    @GET
    @Operation(summary = "List deliveries", description = "The newest first. The total counts no further than 10 000.")
    @RolesAllowed({ADMIN, COMPLIANCE})
    public Page<DeliveryView> list(
            @RestQuery Optional<UUID> endpointId,
            @RestQuery Optional<DeliveryState> state,
            @RestQuery @DefaultValue("50") @Min(1) @Max(Page.MAX_LIMIT) int limit,
            @RestQuery Optional<String> cursor) {
        var filter = new DeliveryLog.Filter(endpointId, state);
        var list = PagedList.of("deliveries", endpointId, state);
        return Page.of(
                list,
                log.list(filter, limit, list.after(cursor, 1).map(last -> last.id(0))),
                limit,
                log.count(filter),
                Function.identity(),
                delivery -> Cursor.of(delivery.id()));
    }

    @GET
    @Path("/{id}")
    @Operation(summary = "Read a delivery", description = "A delivery with its event and every attempt.")
    @RolesAllowed({ADMIN, COMPLIANCE})
    public DeliveryDetail one(@RestPath UUID id) {
        return log.get(id);
    }

    @POST
    @Path("/{id}/retry")
    @Operation(summary = "Retry a delivery", description = "Makes one more attempt now.")
    @APIResponse(responseCode = "409", description = "The endpoint is not enabled")
    @ResponseStatus(202)
    @APIResponseSchema(responseCode = "202", value = DeliveryView.class)
    public DeliveryView retry(@RestPath UUID id) {
        return service.retry(id);
    }
}
