package com.cactuswealth.budgetguard;

import com.amazonaws.services.lambda.runtime.Context;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;

/**
 * One run of the function.
 *
 * @param requestId the same again when Lambda retries an event
 * @param functionArn whom to invoke to carry on
 * @param deadline when Lambda ends it
 */
public record Invocation(String requestId, String functionArn, Instant deadline) {

    private static final Duration LONGEST = Duration.ofMinutes(15);
    private static final Duration WITHOUT_DEADLINE = Duration.ofMinutes(1);

    /** Outside AWS there may be no deadline, for which the context then gives a meaningless number. */
    public static Invocation of(Context context, Clock clock) {
        var remaining = Duration.ofMillis(context.getRemainingTimeInMillis());
        var plausible = remaining.isPositive() && remaining.compareTo(LONGEST) <= 0;
        return new Invocation(
                context.getAwsRequestId(),
                context.getInvokedFunctionArn(),
                clock.instant().plus(plausible ? remaining : WITHOUT_DEADLINE));
    }

    /** Whether there is still that much time. */
    public boolean has(Duration time, Clock clock) {
        return clock.instant().plus(time).isBefore(deadline);
    }
}
