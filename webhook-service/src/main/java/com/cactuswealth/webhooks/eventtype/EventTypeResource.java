package com.cactuswealth.webhooks.eventtype;

import static com.cactuswealth.platform.access.Roles.ADMIN;
import static com.cactuswealth.platform.access.Roles.COMPLIANCE;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import java.util.List;
import java.util.Locale;
import org.jboss.resteasy.reactive.ResponseHeader;

/** What there is to subscribe to. */
@Path("/api/v1/webhooks/event-types")
@RolesAllowed({ADMIN, COMPLIANCE})
class EventTypeResource {

    private final EventTypes types;

    EventTypeResource(EventTypes types) {
        this.types = types;
    }

    /** The descriptions are in the reader's language, Spanish unless {@code Accept-Language} prefers English. */
    @GET
    @ResponseHeader(name = HttpHeaders.VARY, value = HttpHeaders.ACCEPT_LANGUAGE)
    public List<EventType> list(@Context HttpHeaders headers) {
        return types.all(language(headers.getAcceptableLanguages()));
    }

    private static Locale language(List<Locale> accepted) {
        return accepted.stream()
                .filter(locale -> List.of("es", "en").contains(locale.getLanguage()))
                .findFirst()
                .orElse(Locale.of("es"));
    }
}
