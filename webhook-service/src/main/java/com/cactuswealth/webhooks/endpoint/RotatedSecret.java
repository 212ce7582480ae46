package com.cactuswealth.webhooks.endpoint;

import jakarta.validation.constraints.NotNull;
import java.time.Instant;

/**
 * The answer to a rotation.
 *
 * @param secret the new secret, shown once
 * @param previousSecretUntil until when the old one signs too
 */
record RotatedSecret(@NotNull String secret, @NotNull Instant previousSecretUntil) {}
