package com.cactuswealth.platform.problem;

import com.cactuswealth.platform.message.Languages;
import com.cactuswealth.platform.message.Message;
import java.time.Duration;
import java.util.Optional;

/**
 * A refusal that the caller is told about as {@code application/problem+json} (RFC 9457). It carries a message's code; the
 * words come from the catalogues when the answer is written. Its own text, for logs, is English.
 */
public class Problem extends RuntimeException {

    private static final long serialVersionUID = 1;

    private final transient ProblemType type;
    private final String field;
    private final transient Message message;
    private final Duration retryAfter;

    private Problem(ProblemType type, String field, Message message, Duration retryAfter) {
        super(null, null, false, false);
        this.type = type;
        this.field = field;
        this.message = message;
        this.retryAfter = retryAfter;
    }

    /** A problem of which the type says all. */
    public static Problem of(ProblemType type) {
        return new Problem(type, null, null, null);
    }

    public static Problem of(ProblemType type, String code) {
        return of(type, Message.of(code));
    }

    public static Problem of(ProblemType type, Message message) {
        return new Problem(type, null, message, null);
    }

    /**
     * Also the answer for what exists outside the caller's scope, so that existence does not leak.
     *
     * @param what the kind of thing, {@code notFound.<what>} in the catalogues
     */
    public static Problem notFound(String what) {
        return of(ProblemType.NOT_FOUND, "notFound." + what);
    }

    public static Problem conflict(String code) {
        return of(ProblemType.CONFLICT, code);
    }

    public static Problem conflict(Message message) {
        return of(ProblemType.CONFLICT, message);
    }

    /** A conflict that one field of the request causes. */
    public static Problem conflict(String field, String code) {
        return new Problem(ProblemType.CONFLICT, field, Message.of(code), null);
    }

    public static Problem invalid(String field, String code) {
        return invalid(field, Message.of(code));
    }

    public static Problem invalid(String field, Message message) {
        return new Problem(ProblemType.INVALID, field, message, null);
    }

    public static Problem unauthenticated(String code) {
        return of(ProblemType.UNAUTHENTICATED, code);
    }

    public static Problem tooManyRequests(String code, Duration retryAfter) {
        return new Problem(ProblemType.TOO_MANY_REQUESTS, null, Message.of(code), retryAfter);
    }

    /** Something this needs is down; the caller may try again after the given time. */
    public static Problem unavailable(String code, Duration retryAfter) {
        return unavailable(Message.of(code), retryAfter);
    }

    public static Problem unavailable(Message message, Duration retryAfter) {
        return new Problem(ProblemType.UNAVAILABLE, null, message, retryAfter);
    }

    @Override
    public String getMessage() {
        return message == null ? null : message.in(Languages.ENGLISH);
    }

    public ProblemType type() {
        return type;
    }

    /** The field of the request that is at fault. */
    public Optional<String> field() {
        return Optional.ofNullable(field);
    }

    public Optional<Message> message() {
        return Optional.ofNullable(message);
    }

    public Optional<Duration> retryAfter() {
        return Optional.ofNullable(retryAfter);
    }
}
