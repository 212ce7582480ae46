package com.cactuswealth.platform.problem;

import com.cactuswealth.platform.logging.RequestId;
import com.cactuswealth.platform.message.Languages;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import java.util.List;
import java.util.Locale;

/** Writes problems as HTTP answers. */
@ApplicationScoped
class ProblemResponses {

    private final HttpHeaders headers;

    ProblemResponses(HttpHeaders headers) {
        this.headers = headers;
    }

    Response of(Problem problem) {
        var response = builder(ProblemBody.of(problem, language(), RequestId.current()));
        problem.retryAfter().ifPresent(wait -> response.header("Retry-After", Math.max(1, wait.toSeconds())));
        return response.build();
    }

    Response of(ProblemType type, List<FieldError> errors) {
        return builder(ProblemBody.of(type, errors, language(), RequestId.current()))
                .build();
    }

    /** The language of the request at hand. */
    Locale language() {
        return Languages.preferred(headers.getHeaderString(HttpHeaders.ACCEPT_LANGUAGE));
    }

    private static Response.ResponseBuilder builder(ProblemBody body) {
        var response =
                Response.status(body.status()).type(ProblemBody.MEDIA_TYPE).entity(body);
        if (body.status() == 415) {
            response.header(HttpHeaders.ACCEPT_ENCODING, "identity");
        }
        if (body.status() == 401) {
            response.header(HttpHeaders.WWW_AUTHENTICATE, "Bearer");
        }
        return response;
    }
}
