package com.cactuswealth.clients.client;

import jakarta.validation.constraints.NotNull;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * What an import did.
 *
 * @param ids of the clients, in the order of the request
 */
@Schema(name = "ClientImport")
record Imported(
        @Schema(required = true) int imported, @NotNull List<UUID> ids) {}
