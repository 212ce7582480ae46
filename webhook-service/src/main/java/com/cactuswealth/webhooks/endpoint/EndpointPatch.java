package com.cactuswealth.webhooks.endpoint;

import com.cactuswealth.platform.text.MultiLine;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.List;
import java.util.Map;

/** Changes to an endpoint: what is absent stays; an empty description or filter removes it. */
record EndpointPatch(
        @Size(min = 1, max = EndpointRequest.LONGEST_URL) String url,
        @Size(min = 1, max = 100) List<@NotBlank String> eventTypes,
        @MultiLine @Size(max = 500) String description,
        @Size(max = 10) Map<@NotBlank @Size(max = 200) String, @NotEmpty @Size(max = 500) List<@NotNull String>> filter,
        EndpointState state) {}
