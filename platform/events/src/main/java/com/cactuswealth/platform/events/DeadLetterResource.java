package com.cactuswealth.platform.events;

import com.cactuswealth.platform.access.Roles;
import com.cactuswealth.platform.paging.Page;
import com.cactuswealth.platform.problem.Problem;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import java.util.List;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.jboss.resteasy.reactive.RestPath;
import org.jboss.resteasy.reactive.RestQuery;

/** The events that a service gave up on; present in every service, under the service's name. */
@Path("/api/v1/dead-letters/{service}")
@RunOnVirtualThread
@RolesAllowed(Roles.ADMIN)
class DeadLetterResource {

    private final DeadLetters letters;
    private final EventConsumer consumer;
    private final String service;

    DeadLetterResource(
            DeadLetters letters,
            EventConsumer consumer,
            @ConfigProperty(name = "quarkus.application.name") String service) {
        this.letters = letters;
        this.consumer = consumer;
        this.service = service;
    }

    /** The oldest first. */
    @GET
    public List<DeadLetter> list(
            @RestPath String service, @RestQuery @DefaultValue("50") @Min(1) @Max(Page.MAX_LIMIT) int limit) {
        checkOurs(service);
        return letters.list(limit);
    }

    /** Handles the event now; a conflict tells why it failed again. */
    @POST
    @Path("/{id}/replay")
    @APIResponse(responseCode = "204", description = "Done")
    public void replay(@RestPath String service, @RestPath String id) {
        checkOurs(service);
        consumer.handleAgain(letters.get(id));
        letters.remove(id);
    }

    @DELETE
    @Path("/{id}")
    public void remove(@RestPath String service, @RestPath String id) {
        checkOurs(service);
        letters.remove(id);
    }

    private void checkOurs(String asked) {
        if (!asked.equals(service)) {
            throw Problem.notFound("service");
        }
    }
}
