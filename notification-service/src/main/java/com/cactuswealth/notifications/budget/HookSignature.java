package com.cactuswealth.notifications.budget;

import static java.util.function.Predicate.not;

import com.cactuswealth.platform.message.Message;
import com.cactuswealth.platform.problem.Problem;
import com.cactuswealth.platform.problem.ProblemType;
import com.cactuswealth.platform.signature.Signature;
import com.cactuswealth.platform.signature.SigningSecret;
import io.quarkus.runtime.Startup;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** Lets pass only what the budget guard signed just now. Made at startup, so that a wrong secret is noticed there. */
@Startup
@ApplicationScoped
class HookSignature {

    private static final ProblemType REFUSED = new ProblemType("signature-refused", 401);
    private static final Duration TOLERANCE = Duration.ofMinutes(5);
    private static final int LONGEST_ID = 255;
    private static final Pattern UNIX_SECONDS = Pattern.compile("[1-9]\\d{0,11}");

    private final List<byte[]> keys;
    private final Clock clock;

    HookSignature(BudgetHookConfig config, Clock clock) {
        this.keys = config.secret().stream()
                .flatMap(secrets -> Stream.of(secrets.split("\\s+")))
                .filter(not(String::isEmpty))
                .map(SigningSecret::fromText)
                .toList();
        this.clock = clock;
    }

    /** Refuses what lacks a header with its name, and everything else that is wrong without saying what. */
    void verify(String id, String timestamp, String signatures, byte[] body) {
        if (keys.isEmpty()) {
            throw Problem.notFound("hook");
        }
        if (id == null || id.isBlank() || id.length() > LONGEST_ID) {
            throw Problem.invalid("webhook-id", Message.of("budgetHook.id").with("max", LONGEST_ID));
        }
        if (timestamp == null || !UNIX_SECONDS.matcher(timestamp).matches()) {
            throw Problem.invalid("webhook-timestamp", "budgetHook.timestamp");
        }
        if (signatures == null) {
            throw Problem.invalid("webhook-signature", "budgetHook.signature");
        }
        var seconds = Long.parseLong(timestamp);
        var matches = Signature.matches(signatures, keys, id, seconds, body);
        if (!matches || !isNow(Instant.ofEpochSecond(seconds))) {
            throw Problem.of(REFUSED, "budgetHook.refused");
        }
    }

    private boolean isNow(Instant time) {
        return Duration.between(time, clock.instant()).abs().compareTo(TOLERANCE) <= 0;
    }
}
