package com.cactuswealth.gateway.health;

import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestResponse;

/** The one address to watch for the whole suite. */
@Path("/health")
@Produces(MediaType.APPLICATION_JSON)
@RunOnVirtualThread
@Tag(name = "Operations")
class HealthResource {

    private final SuiteHealth suite;

    HealthResource(SuiteHealth suite) {
        this.suite = suite;
    }

    @GET
    @Operation(
            summary = "Health of the whole suite",
            description = "Each part by name: 200 when all are up, else 503 and the same body.")
    @APIResponse(responseCode = "200", description = "Every part is up")
    @APIResponse(
            responseCode = "503",
            description = "Some part is down",
            content = @Content(schema = @Schema(implementation = HealthView.class)))
    public RestResponse<HealthView> health() {
        var health = suite.now();
        return RestResponse.ResponseBuilder.create(
                        health.allUp() ? RestResponse.Status.OK : RestResponse.Status.SERVICE_UNAVAILABLE, health)
                .header(HttpHeaders.CACHE_CONTROL, "no-store")
                .build();
    }
}
