package com.cactuswealth.webhooks.delivery;

import com.fasterxml.jackson.annotation.JsonRawValue;
import com.fasterxml.jackson.annotation.JsonUnwrapped;
import com.fasterxml.jackson.databind.JsonNode;
import jakarta.validation.constraints.NotNull;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * A delivery with all that happened to it.
 *
 * @param body what was sent
 * @param log the attempts, the oldest first
 */
record DeliveryDetail(
        @NotNull @JsonUnwrapped DeliveryView delivery,

        @JsonRawValue @Schema(implementation = JsonNode.class, required = true)
        String body,

        @NotNull List<AttemptView> log) {}
