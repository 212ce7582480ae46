package com.cactuswealth.platform.problem;

import java.time.Duration;
import java.util.List;
import java.util.Optional;

/** A refusal that the caller is told about as {@code application/problem+json} (RFC 9457). */
public class Problem extends RuntimeException {

    private static final long serialVersionUID = 1;

    private final transient ProblemType type;
    private final transient List<FieldError> errors;
    private final Duration retryAfter;

    private Problem(ProblemType type, String detail, List<FieldError> errors, Duration retryAfter) {
        super(detail, null, false, false);
        this.type = type;
        this.errors = errors;
        this.retryAfter = retryAfter;
    }

    public static Problem of(ProblemType type, String detail) {
        return new Problem(type, detail, List.of(), null);
    }

    /** Also the answer for what exists outside the caller's scope, so that existence does not leak. */
    public static Problem notFound(String what) {
        return of(ProblemType.NOT_FOUND, what + " not found");
    }

    public static Problem conflict(String detail) {
        return of(ProblemType.CONFLICT, detail);
    }

    /** A conflict that one field of the request causes. */
    public static Problem conflict(String field, String message) {
        return new Problem(ProblemType.CONFLICT, message, List.of(new FieldError(field, message)), null);
    }

    public static Problem invalid(String field, String message) {
        return new Problem(ProblemType.INVALID, message, List.of(new FieldError(field, message)), null);
    }

    public static Problem unauthenticated(String detail) {
        return of(ProblemType.UNAUTHENTICATED, detail);
    }

    public static Problem tooManyRequests(String detail, Duration retryAfter) {
        return new Problem(ProblemType.TOO_MANY_REQUESTS, detail, List.of(), retryAfter);
    }

    /** Something this needs is down; the caller may try again after the given time. */
    public static Problem unavailable(String detail, Duration retryAfter) {
        return new Problem(ProblemType.UNAVAILABLE, detail, List.of(), retryAfter);
    }

    public ProblemType type() {
        return type;
    }

    public List<FieldError> errors() {
        return errors;
    }

    public Optional<Duration> retryAfter() {
        return Optional.ofNullable(retryAfter);
    }
}
