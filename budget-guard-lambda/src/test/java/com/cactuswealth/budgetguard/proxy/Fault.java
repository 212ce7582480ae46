package com.cactuswealth.budgetguard.proxy;

import java.time.Duration;
import java.util.Optional;

/**
 * What goes wrong with an operation: it is refused, slow, or both.
 *
 * @param times how many of the next calls are hit
 * @param instance only calls that name this instance
 * @param done whether AWS does what was asked before the error is answered, as when an answer is lost
 */
public record Fault(
        String operation,
        Optional<AwsError> error,
        int times,
        Optional<String> instance,
        boolean done,
        Duration delay) {

    /** Every call of the operation is answered so. */
    public static Fault refused(String operation, AwsError error) {
        return new Fault(operation, Optional.of(error), Integer.MAX_VALUE, Optional.empty(), false, Duration.ZERO);
    }

    /** Every call of the operation is answered correctly, and late. */
    public static Fault slow(String operation, Duration delay) {
        return new Fault(operation, Optional.empty(), Integer.MAX_VALUE, Optional.empty(), false, delay);
    }

    public Fault times(int number) {
        return new Fault(operation, error, number, instance, done, delay);
    }

    public Fault onlyFor(String onlyInstance) {
        return new Fault(operation, error, times, Optional.of(onlyInstance), done, delay);
    }

    public Fault thoughDone() {
        return new Fault(operation, error, times, instance, true, delay);
    }

    boolean hits(AwsCall call) {
        return call.operation().equals(operation) && instance.map(call::isAbout).orElse(true);
    }
}
