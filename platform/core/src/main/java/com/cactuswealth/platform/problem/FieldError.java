package com.cactuswealth.platform.problem;

import io.quarkus.runtime.annotations.RegisterForReflection;
import jakarta.validation.constraints.NotNull;

/**
 * What is wrong with one field of a request.
 *
 * @param field path of the field as the caller wrote it, such as {@code savingsCapacity.amount}
 * @param message a sentence in the caller's language where the rule has a translation
 */
@RegisterForReflection
public record FieldError(@NotNull String field, @NotNull String message) {}
