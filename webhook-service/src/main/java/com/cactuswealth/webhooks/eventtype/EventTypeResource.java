package com.cactuswealth.webhooks.eventtype;

import static com.cactuswealth.platform.access.Roles.ADMIN;
import static com.cactuswealth.platform.access.Roles.COMPLIANCE;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** What there is to subscribe to. */
@Path("/api/v1/webhooks/event-types")
@RolesAllowed({ADMIN, COMPLIANCE})
@Tag(name = "Webhooks")
class EventTypeResource {

    private final EventTypes types;

    EventTypeResource(EventTypes types) {
        this.types = types;
    }

    @GET
    @Operation(summary = "List event types", description = "What there is to subscribe to, each with an example.")
    public List<EventType> list() {
        return types.all();
    }
}
