package com.cactuswealth.clients.summary;

import static com.cactuswealth.platform.access.Roles.ADMIN;
import static com.cactuswealth.platform.access.Roles.ADVISOR;
import static com.cactuswealth.platform.access.Roles.COMPLIANCE;
import static com.cactuswealth.platform.access.Roles.MANAGER;

import com.cactuswealth.platform.access.Viewer;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import java.time.LocalDate;
import java.util.Optional;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestQuery;

/** The figures of the clients whom the caller may see. */
@Path("/api/v1/clients")
@RunOnVirtualThread
@RolesAllowed({ADVISOR, MANAGER, ADMIN, COMPLIANCE})
@Tag(name = "Clients")
class SummaryResource {

    private final SummaryService summaries;
    private final Viewer viewer;

    SummaryResource(SummaryService summaries, Viewer viewer) {
        this.summaries = summaries;
        this.viewer = viewer;
    }

    @GET
    @Path("/summary")
    @Operation(
            summary = "Figures of the clients",
            description = "Of the business days from and to, both included; by default the twelve weeks to today.")
    public Summary summary(@RestQuery Optional<LocalDate> from, @RestQuery Optional<LocalDate> to) {
        return summaries.of(viewer.scope(), from, to);
    }
}
