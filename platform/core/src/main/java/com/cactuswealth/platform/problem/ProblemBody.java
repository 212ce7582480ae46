package com.cactuswealth.platform.problem;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.quarkus.runtime.annotations.RegisterForReflection;
import jakarta.validation.constraints.NotNull;
import java.net.URI;
import java.util.List;
import java.util.Locale;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * The body of every error answer (RFC 9457). What is wrong is said once: beside its field, or in {@code detail} where
 * no field is at fault.
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

    /** The problem in words of a language. */
    public static ProblemBody of(Problem problem, Locale language, String requestId) {
        var fields = problem.field().isPresent()
                ? List.of(FieldError.of(problem.field().get(), problem.message().orElseThrow(), language))
                : List.<FieldError>of();
        var detail = fields.isEmpty()
                ? problem.message().map(message -> message.in(language)).orElse(null)
                : null;
        return of(problem.type(), detail, fields, language, requestId);
    }

    static ProblemBody of(ProblemType type, List<FieldError> errors, Locale language, String requestId) {
        return of(type, null, errors, language, requestId);
    }

    private static ProblemBody of(
            ProblemType type, String detail, List<FieldError> errors, Locale language, String requestId) {
        return new ProblemBody(type.uri(), type.title(language), type.status(), detail, errors, requestId);
    }
}
