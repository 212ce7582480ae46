package com.cactuswealth.gateway.session;

import com.fasterxml.jackson.databind.JsonNode;
import io.quarkus.runtime.annotations.RegisterForReflection;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * Who is signed in.
 *
 * @param user the profile as {@code GET /api/v1/users/me} shows it, described by auth-service
 */
@Schema(name = "Session", requiredProperties = "user")
@RegisterForReflection
record SessionView(
        @Schema(ref = "#/components/schemas/UserView") JsonNode user) {}
