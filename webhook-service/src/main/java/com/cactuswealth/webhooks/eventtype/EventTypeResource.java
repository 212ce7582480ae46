package com.cactuswealth.webhooks.eventtype;

import static com.cactuswealth.platform.access.Roles.ADMIN;
import static com.cactuswealth.platform.access.Roles.COMPLIANCE;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import java.util.List;

/** What there is to subscribe to. */
@Path("/api/v1/webhooks/event-types")
@RolesAllowed({ADMIN, COMPLIANCE})
class EventTypeResource {

    private final EventTypes types;

    EventTypeResource(EventTypes types) {
        this.types = types;
    }

    @GET
    public List<EventType> list() {
        return types.all();
    }
}
