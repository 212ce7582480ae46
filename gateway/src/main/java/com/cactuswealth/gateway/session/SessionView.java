package com.cactuswealth.gateway.session;

import com.fasterxml.jackson.databind.JsonNode;
import io.quarkus.runtime.annotations.RegisterForReflection;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * Who is signed in.
 *
 * @param user the profile as {@code GET /api/v1/users/me} shows it
 */
@Schema(name = "Session")
@RegisterForReflection
record SessionView(
        @Schema(ref = "UserView", required = true) JsonNode user) {}
