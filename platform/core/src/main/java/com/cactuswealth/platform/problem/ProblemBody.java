package com.cactuswealth.platform.problem;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.quarkus.runtime.annotations.RegisterForReflection;
import jakarta.validation.constraints.NotNull;
import java.net.URI;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * The body of every error answer (RFC 9457).
 *
 * @param type stable identifier of the kind of problem
 * @param title short text in the caller's language
 * @param status the HTTP status again
 * @param detail what happened this time, absent where it could tell too much
 * @param errors the fields at fault, empty when no single field is
 * @param requestId the id under which the logs know this request
 */
@Schema(name = "Problem")
@JsonInclude(JsonInclude.Include.NON_EMPTY)
@RegisterForReflection
public record ProblemBody(
        @NotNull URI type,
        @NotNull String title,
        @NotNull int status,
        String detail,
        List<FieldError> errors,
        String requestId) {

    public static final String MEDIA_TYPE = "application/problem+json";
}
