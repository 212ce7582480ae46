package com.cactuswealth.platform.problem;

import com.cactuswealth.platform.message.Message;
import java.net.URI;
import java.util.Locale;

/**
 * A kind of problem, stable enough for clients to act on.
 *
 * @param slug the last part of the {@code type} URI; never changes once published
 * @param status the HTTP status, 400 to 599; a short title for people is in the catalogues as {@code problem.<slug>}
 */
public record ProblemType(String slug, int status) {

    public static final ProblemType INVALID = new ProblemType("invalid-input", 400);
    public static final ProblemType UNAUTHENTICATED = new ProblemType("unauthenticated", 401);
    public static final ProblemType FORBIDDEN = new ProblemType("forbidden", 403);
    public static final ProblemType NOT_FOUND = new ProblemType("not-found", 404);
    public static final ProblemType CONFLICT = new ProblemType("conflict", 409);
    public static final ProblemType CHANGED_MEANWHILE = new ProblemType("changed-meanwhile", 412);
    public static final ProblemType TOO_MANY_REQUESTS = new ProblemType("too-many-requests", 429);
    public static final ProblemType INTERNAL = new ProblemType("internal-error", 500);
    public static final ProblemType UNAVAILABLE = new ProblemType("service-unavailable", 503);

    private static final String BASE = "https://cactuswealth.com/problems/";

    /** The type for a status that no domain rule named, such as 405 or 415. */
    public static ProblemType ofStatus(int status) {
        return switch (status) {
            case 400 -> INVALID;
            case 401 -> UNAUTHENTICATED;
            case 403 -> FORBIDDEN;
            case 404 -> NOT_FOUND;
            case 405 -> new ProblemType("method-not-allowed", 405);
            case 406 -> new ProblemType("not-acceptable", 406);
            case 409 -> CONFLICT;
            case 412 -> CHANGED_MEANWHILE;
            case 413 -> new ProblemType("too-large", 413);
            case 415 -> new ProblemType("unsupported-media-type", 415);
            case 426 -> new ProblemType("upgrade-required", 426);
            case 429 -> TOO_MANY_REQUESTS;
            case 503 -> UNAVAILABLE;
            default -> status >= 500 ? INTERNAL : new ProblemType("request-refused", status);
        };
    }

    public URI uri() {
        return URI.create(BASE + slug);
    }

    public String title(Locale locale) {
        return Message.of("problem." + slug).in(locale);
    }
}
