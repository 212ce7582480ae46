package com.cactuswealth.platform.events;

import com.cactuswealth.platform.access.Roles;
import com.cactuswealth.platform.paging.Cursor;
import com.cactuswealth.platform.paging.Page;
import com.cactuswealth.platform.paging.PagedList;
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
import java.util.Optional;
import java.util.UUID;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestPath;
import org.jboss.resteasy.reactive.RestQuery;

/** The events that a service gave up on; present in every service, under the service's name. */
@Path("/api/v1/dead-letters/{service}")
@RunOnVirtualThread
@RolesAllowed(Roles.ADMIN)
@Tag(name = "Operations")
class DeadLetterResource {

    private static final String SERVICE = "The service that gave up, such as webhook-service";
    private static final UUID FIRST = new UUID(0, 0);

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

    /** The oldest event first. */
    @GET
    @Operation(
            operationId = "listDeadLetters",
            summary = "Dead letters of a service",
            description = "The oldest event first, with the error of its last try.")
    public Page<DeadLetter> list(
            @Parameter(description = SERVICE) @RestPath String service,
            @RestQuery Optional<String> cursor,
            @RestQuery @DefaultValue("50") @Min(1) @Max(Page.MAX_LIMIT) int limit) {
        checkOurs(service);
        var list = PagedList.of("dead-letters", service);
        var after = list.after(cursor, 1).map(last -> last.id(0)).orElse(FIRST);
        return Page.of(
                list,
                letters.list(after, limit + 1),
                limit,
                letters.count(),
                letter -> letter,
                letter -> Cursor.of(letter.id()));
    }

    /** Handles the event now; a conflict tells why it failed again. */
    @POST
    @Path("/{id}/replay")
    @Operation(
            operationId = "replayDeadLetter",
            summary = "Handle a dead letter again",
            description = "Handles the event at once and removes it; a conflict tells why it failed again.")
    @APIResponse(responseCode = "204", description = "Done")
    @APIResponse(responseCode = "409", description = "The event failed again and is kept")
    public void replay(@Parameter(description = SERVICE) @RestPath String service, @RestPath UUID id) {
        checkOurs(service);
        consumer.replay(id);
    }

    @DELETE
    @Path("/{id}")
    @Operation(
            operationId = "deleteDeadLetter",
            summary = "Forget a dead letter",
            description = "The event is never handled.")
    @APIResponse(responseCode = "204", description = "Done")
    public void remove(@Parameter(description = SERVICE) @RestPath String service, @RestPath UUID id) {
        checkOurs(service);
        letters.take(id);
    }

    private void checkOurs(String asked) {
        if (!asked.equals(service)) {
            throw Problem.notFound("service");
        }
    }
}
