package com.cactuswealth.webhooks.delivery;

import static com.cactuswealth.platform.access.Roles.ADMIN;

import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.ResponseStatus;
import org.jboss.resteasy.reactive.RestPath;

/** The button that tries an endpoint. */
@Path("/api/v1/webhooks/endpoints/{id}/test")
@Produces(MediaType.APPLICATION_JSON)
@RunOnVirtualThread
@RolesAllowed(ADMIN)
@Tag(name = "Webhooks")
class TestEventResource {

    private final DeliveryService service;

    TestEventResource(DeliveryService service) {
        this.service = service;
    }

    @POST
    @Operation(summary = "Send a test event", description = "Its delivery tells what came of it.")
    @APIResponse(responseCode = "409", description = "The endpoint is not enabled")
    @ResponseStatus(202)
    @APIResponseSchema(responseCode = "202", value = DeliveryView.class)
    public DeliveryView test(@RestPath UUID id) {
        return service.test(id);
    }
}
