package com.cactuswealth.webhooks.delivery;

import com.fasterxml.jackson.annotation.JsonRawValue;
import com.fasterxml.jackson.annotation.JsonUnwrapped;
import java.util.List;

/**
 * A delivery with all that happened to it.
 *
 * @param body what was sent
 * @param log the attempts, the oldest first
 */
record DeliveryDetail(
        @JsonUnwrapped DeliveryView delivery, @JsonRawValue String body, List<AttemptView> log) {}
