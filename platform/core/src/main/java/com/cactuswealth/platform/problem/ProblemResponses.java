package com.cactuswealth.platform.problem;

import com.cactuswealth.platform.logging.RequestId;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import java.util.List;
import java.util.Locale;

/** Writes problems as HTTP answers. */
@ApplicationScoped
class ProblemResponses {

    private static final Locale DEFAULT = Locale.of("es", "AR");

    private final HttpHeaders headers;

    ProblemResponses(HttpHeaders headers) {
        this.headers = headers;
    }

    Response of(Problem problem) {
        var response = builder(problem.type(), problem.getMessage(), problem.errors());
        problem.retryAfter().ifPresent(wait -> response.header("Retry-After", Math.max(1, wait.toSeconds())));
        return response.build();
    }

    Response of(ProblemType type, String detail, List<FieldError> errors) {
        return builder(type, detail, errors).build();
    }

    private Response.ResponseBuilder builder(ProblemType type, String detail, List<FieldError> errors) {
        var body =
                new ProblemBody(type.uri(), type.title(locale()), type.status(), detail, errors, RequestId.current());
        var response =
                Response.status(type.status()).type(ProblemBody.MEDIA_TYPE).entity(body);
        if (type.status() == 401) {
            response.header(HttpHeaders.WWW_AUTHENTICATE, "Bearer");
        }
        return response;
    }

    private Locale locale() {
        return headers.getAcceptableLanguages().stream()
                .filter(locale -> !locale.getLanguage().equals("*"))
                .findFirst()
                .orElse(DEFAULT);
    }
}
