package com.cactuswealth.clients.activity;

import static com.cactuswealth.platform.access.Roles.ADMIN;
import static com.cactuswealth.platform.access.Roles.ADVISOR;
import static com.cactuswealth.platform.access.Roles.COMPLIANCE;
import static com.cactuswealth.platform.access.Roles.MANAGER;

import com.cactuswealth.clients.client.Clients;
import com.cactuswealth.platform.access.Viewer;
import com.cactuswealth.platform.paging.Page;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import java.util.Optional;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestPath;
import org.jboss.resteasy.reactive.RestQuery;

/** What happened to a client: 404 outside the caller's scope. */
@Path("/api/v1/clients")
@RunOnVirtualThread
@RolesAllowed({ADVISOR, MANAGER, ADMIN, COMPLIANCE})
@Tag(name = "Clients")
class ActivityResource {

    private final Activities activities;
    private final Clients clients;
    private final Viewer viewer;

    ActivityResource(Activities activities, Clients clients, Viewer viewer) {
        this.activities = activities;
        this.clients = clients;
        this.viewer = viewer;
    }

    @GET
    @Path("/{id}/activities")
    @Operation(summary = "Timeline of a client", description = "What happened to the client, newest first.")
    public Page<ActivityView> list(
            @RestPath UUID id,
            @RestQuery @DefaultValue("50") @Min(1) @Max(Page.MAX_LIMIT) int limit,
            @RestQuery Optional<String> cursor) {
        clients.checkVisible(viewer.scope(), id);
        return activities.of(id, limit, cursor);
    }
}
