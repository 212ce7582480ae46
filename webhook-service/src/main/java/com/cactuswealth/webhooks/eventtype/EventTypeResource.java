package com.cactuswealth.webhooks.eventtype;

import static com.cactuswealth.platform.access.Roles.ADMIN;
import static com.cactuswealth.platform.access.Roles.COMPLIANCE;

import com.cactuswealth.platform.message.Languages;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.HttpHeaders;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.ResponseHeader;

/** What there is to subscribe to. */
@Path("/api/v1/webhooks/event-types")
@RolesAllowed({ADMIN, COMPLIANCE})
@Tag(name = "Webhooks")
class EventTypeResource {

    private final EventTypes types;
    private final HttpHeaders headers;

    EventTypeResource(EventTypes types, HttpHeaders headers) {
        this.types = types;
        this.headers = headers;
    }

    @GET
    @Operation(
            summary = "List event types",
            description = "What there is to subscribe to, in the language that Accept-Language prefers.")
    @ResponseHeader(name = HttpHeaders.VARY, value = HttpHeaders.ACCEPT_LANGUAGE)
    public List<EventType> list() {
        return types.all(Languages.preferred(headers.getHeaderString(HttpHeaders.ACCEPT_LANGUAGE)));
    }
}
