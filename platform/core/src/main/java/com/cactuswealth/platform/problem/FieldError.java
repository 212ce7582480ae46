package com.cactuswealth.platform.problem;

import com.cactuswealth.platform.message.Message;
import com.fasterxml.jackson.annotation.JsonInclude;
import io.quarkus.runtime.annotations.RegisterForReflection;
import jakarta.validation.constraints.NotNull;
import java.util.Locale;
import java.util.Map;

/**
 * What is wrong with one field of a request.
 *
 * @param field path of the field as the caller wrote it, such as {@code savingsCapacity.amount}
 * @param code the rule that refused it, such as {@code taken}; stable
 * @param parameters the rule's limits by name, such as {@code max}; absent when it has none
 * @param message a sentence in the caller's language, to stand beside the field
 */
@RegisterForReflection
public record FieldError(
        @NotNull String field,
        @NotNull String code,
        @JsonInclude(JsonInclude.Include.NON_EMPTY) Map<String, Object> parameters,
        @NotNull String message) {

    static FieldError of(String field, Message message, Locale language) {
        return new FieldError(field, message.code(), message.parameters(), message.in(language));
    }
}
