package com.cactuswealth.platform.openapi;

import com.cactuswealth.platform.problem.ProblemBody;
import java.util.List;
import java.util.Objects;
import org.eclipse.microprofile.openapi.OASFactory;
import org.eclipse.microprofile.openapi.models.OpenAPI;
import org.eclipse.microprofile.openapi.models.Operation;
import org.eclipse.microprofile.openapi.models.media.Content;
import org.eclipse.microprofile.openapi.models.parameters.Parameter;
import org.eclipse.microprofile.openapi.models.parameters.Parameter.In;
import org.eclipse.microprofile.openapi.models.responses.APIResponse;

/** The ways in which operations fail, each described once in a document, and to which operations it can happen. */
enum Failure {
    INVALID("400", "Invalid", "A field or parameter is refused; errors says which"),
    UNAUTHENTICATED("401", "Unauthenticated", "No valid access token or session"),
    FORBIDDEN("403", "Forbidden", "Not for this role, or the request comes from another site"),
    NOT_FOUND("404", "NotFound", "There is no such thing in the caller's scope"),
    PRECONDITION_FAILED("412", "PreconditionFailed", "It changed since the version in If-Match"),
    TOO_LARGE("413", "TooLarge", "The body is too large"),
    UNSUPPORTED_MEDIA_TYPE("415", "UnsupportedMediaType", "The body's format is not supported"),
    UNAVAILABLE("503", "Unavailable", "A part is down or overloaded; Retry-After says when to try again");

    private final String status;
    private final String title;
    private final String description;

    Failure(String status, String title, String description) {
        this.status = status;
        this.title = title;
        this.description = description;
    }

    String status() {
        return status;
    }

    boolean canHappenTo(Operation operation) {
        var parameters = Objects.requireNonNullElse(operation.getParameters(), List.<Parameter>of());
        var hasBody = operation.getRequestBody() != null;
        return switch (this) {
            case INVALID -> hasBody || !parameters.isEmpty();
            case UNAUTHENTICATED, FORBIDDEN ->
                operation.getSecurity() != null && !operation.getSecurity().isEmpty();
            case NOT_FOUND -> parameters.stream().anyMatch(parameter -> parameter.getIn() == In.PATH);
            case PRECONDITION_FAILED ->
                parameters.stream().anyMatch(parameter -> "If-Match".equalsIgnoreCase(parameter.getName()));
            case TOO_LARGE, UNSUPPORTED_MEDIA_TYPE -> hasBody;
            case UNAVAILABLE -> true;
        };
    }

    /** A reference to its description among the document's components. */
    APIResponse reference(OpenAPI document) {
        var components = document.getComponents();
        if (components.getResponses() == null || !components.getResponses().containsKey(title)) {
            var response =
                    OASFactory.createAPIResponse().description(description).content(problem());
            if (this == UNAVAILABLE) {
                AnswerHeader.RETRY_AFTER.describe(response, document);
            }
            components.addResponse(title, response);
        }
        return OASFactory.createAPIResponse().ref(title);
    }

    static Content problem() {
        return OASFactory.createContent()
                .addMediaType(
                        ProblemBody.MEDIA_TYPE,
                        OASFactory.createMediaType()
                                .schema(OASFactory.createSchema().ref("Problem")));
    }
}
