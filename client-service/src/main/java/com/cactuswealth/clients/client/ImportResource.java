package com.cactuswealth.clients.client;

import static com.cactuswealth.platform.access.Roles.ADMIN;

import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.ResponseStatus;

/** Takes clients over from another system. */
@Path("/api/v1/clients/imports")
@Produces(MediaType.APPLICATION_JSON)
@RunOnVirtualThread
@RolesAllowed(ADMIN)
@Tag(name = "Clients")
class ImportResource {

    private final ImportService imports;

    ImportResource(ImportService imports) {
        this.imports = imports;
    }

    @POST
    @Operation(summary = "Import clients", description = "Writes all the clients with their histories, or none.")
    @APIResponse(responseCode = "409", description = "An e-mail is the address of another client of its advisor")
    @ResponseStatus(201)
    @APIResponseSchema(responseCode = "201", value = Imported.class)
    public Imported take(@Valid @NotNull ImportRequest request) {
        return imports.take(request);
    }
}
