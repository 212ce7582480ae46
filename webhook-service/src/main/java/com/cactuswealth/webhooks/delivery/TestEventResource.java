package com.cactuswealth.webhooks.delivery;

import static com.cactuswealth.platform.access.Roles.ADMIN;

import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import java.util.UUID;
import org.jboss.resteasy.reactive.ResponseStatus;
import org.jboss.resteasy.reactive.RestPath;

/** The button that tries an endpoint. */
@Path("/api/v1/webhooks/endpoints/{id}/test")
@RunOnVirtualThread
@RolesAllowed(ADMIN)
class TestEventResource {

    private final DeliveryService service;

    TestEventResource(DeliveryService service) {
        this.service = service;
    }

    /** Sends a test event; its delivery tells what came of it. */
    @POST
    @ResponseStatus(202)
    public DeliveryView test(@RestPath UUID id) {
        return service.test(id);
    }
}
