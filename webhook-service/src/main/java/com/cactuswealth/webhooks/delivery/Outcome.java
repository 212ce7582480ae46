package com.cactuswealth.webhooks.delivery;

import com.cactuswealth.webhooks.egress.Answer;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;

/** What came of holding a job. */
sealed interface Outcome {

    Job job();

    /**
     * A request was made.
     *
     * @param queueMicros how long the job waited in memory
     * @param nextAttempt when to try again; empty when delivered or given up
     */
    record Attempted(Job job, Instant startedAt, long queueMicros, Answer answer, Optional<Instant> nextAttempt)
            implements Outcome {

        DeliveryState state() {
            return answer.accepted()
                    ? DeliveryState.DELIVERED
                    : nextAttempt.isPresent() ? DeliveryState.PENDING : DeliveryState.FAILED;
        }

        boolean gone() {
            return answer.httpStatus().orElse(0) == 410;
        }

        UUID endpointId() {
            return job.endpointId();
        }
    }

    /** The endpoint is no more. */
    record Cancelled(Job job) implements Outcome {}

    /** Not tried: the endpoint was paused, or the lease is too short by now. It is given back for whoever takes it next. */
    record LeftAlone(Job job) implements Outcome {}
}
