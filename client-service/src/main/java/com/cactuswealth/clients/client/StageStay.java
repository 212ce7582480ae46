package com.cactuswealth.clients.client;

import io.quarkus.runtime.annotations.RegisterForReflection;
import jakarta.validation.constraints.NotNull;
import java.time.Instant;
import java.util.UUID;

/**
 * One stay of a client in a stage.
 *
 * @param leftAt null for the present stage
 * @param changedBy who moved the client into the stage
 * @param changedByName null while the firm's news of that person is on its way
 */
@RegisterForReflection
record StageStay(
        @NotNull Stage stage,
        @NotNull Instant enteredAt,
        Instant leftAt,
        @NotNull UUID changedBy,
        String changedByName) {}
