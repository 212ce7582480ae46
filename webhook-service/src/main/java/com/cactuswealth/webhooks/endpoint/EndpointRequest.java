package com.cactuswealth.webhooks.endpoint;

import com.cactuswealth.platform.text.MultiLine;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.List;
import java.util.Map;

/**
 * A new endpoint.
 *
 * @param eventTypes types of the catalogue, {@code client.*} for all of a noun, {@code *} for all
 * @param filter accepted values by JSON pointer into the event's data, such as {@code {"/ownerId": ["…"]}}; an event
 *     must fit every pointer; absent for no filter
 */
record EndpointRequest(
        @NotBlank @Size(max = LONGEST_URL) String url,
        @NotEmpty @Size(max = 100) List<@NotBlank String> eventTypes,
        @MultiLine @Size(max = 500) String description,

        @Size(max = 10)
        Map<@NotBlank @Size(max = 200) String, @NotEmpty @Size(max = 500) List<@NotNull String>> filter) {

    static final int LONGEST_URL = 2048;
}
