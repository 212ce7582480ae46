package com.cactuswealth.clients.client;

import io.quarkus.runtime.annotations.RegisterForReflection;
import jakarta.validation.constraints.NotNull;
import java.util.UUID;

/** As much of a client as it takes to name it and lead to it. */
@RegisterForReflection
public record ClientName(
        @NotNull UUID id,
        @NotNull String firstName,
        @NotNull String lastName) {}
