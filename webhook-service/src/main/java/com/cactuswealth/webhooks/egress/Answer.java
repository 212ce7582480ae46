package com.cactuswealth.webhooks.egress;

import java.util.OptionalInt;
import java.util.OptionalLong;

/** What came of one request. */
public sealed interface Answer {

    Timings timings();

    /**
     * The partner answered.
     *
     * @param retryAfter the header as sent, empty when absent
     * @param body at most the first 4 KiB, as text
     */
    record Response(int status, String retryAfter, String body, Timings timings) implements Answer {}

    /** The partner did not. */
    record Failure(Cause cause, String detail, Timings timings) implements Answer {}

    /** Why there is no answer. */
    enum Cause {
        TIMEOUT,
        UNREACHABLE,
        BLOCKED
    }

    /**
     * Microseconds since the request began.
     *
     * @param connect until a connection was there, with name resolution; hardly any for a reused one
     * @param firstByte until the answer began
     * @param total until the answer ended, or the request failed
     */
    record Timings(OptionalLong connect, OptionalLong firstByte, long total) {}

    default OptionalInt httpStatus() {
        return this instanceof Response(var status, var _, var _, var _) ? OptionalInt.of(status) : OptionalInt.empty();
    }

    default boolean timedOut() {
        return this instanceof Failure(var cause, var _, var _) && cause == Cause.TIMEOUT;
    }

    /** Only 2xx counts; a redirect is a failure, because where it leads was never checked. */
    default boolean accepted() {
        return this instanceof Response(var status, var _, var _, var _) && status >= 200 && status < 300;
    }
}
