package com.cactuswealth.budgetguard.resize;

import com.cactuswealth.budgetguard.instance.Instance;
import io.quarkus.runtime.annotations.RegisterForReflection;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * How far an instance's change is.
 *
 * @param from the type that it had
 * @param wasRunning whether it is to run afterwards
 * @param attempts the types that did not work, in order
 */
@RegisterForReflection
record Resizing(String from, boolean wasRunning, List<Attempt> attempts) {

    /**
     * A type that did not work.
     *
     * @param why AWS' code
     */
    @RegisterForReflection
    record Attempt(String type, String why) {}

    /** What to do next. */
    enum Step {
        WAIT,
        STOP,
        CHANGE_TYPE,
        START,
        CHECK_HEALTH,
        /** It is on a type that works, or stopped as it was. */
        FINISH,
        /** No type works. */
        GIVE_UP
    }

    Resizing {
        attempts = List.copyOf(attempts);
    }

    static Resizing of(Instance instance) {
        return new Resizing(instance.type(), instance.is(Instance.State.RUNNING), List.of());
    }

    Resizing without(String type, String why) {
        return new Resizing(
                from,
                wasRunning,
                Stream.concat(attempts.stream(), Stream.of(new Attempt(type, why)))
                        .toList());
    }

    /** The best type that has not failed yet; the old one when no better is left. */
    Optional<String> wanted(List<String> preferences) {
        return preferences.stream()
                .takeWhile(type -> !type.equals(from))
                .filter(type -> !hasFailed(type))
                .findFirst()
                .or(() -> Optional.of(from).filter(type -> !hasFailed(type)));
    }

    Step next(Instance instance, List<String> preferences) {
        var wanted = wanted(preferences);
        if (wanted.isEmpty()) {
            return Step.GIVE_UP;
        }
        var isRight = instance.type().equals(wanted.get());
        return switch (instance.state()) {
            case PENDING, STOPPING -> Step.WAIT;
            case RUNNING -> isRight ? Step.CHECK_HEALTH : Step.STOP;
            case STOPPED -> !isRight ? Step.CHANGE_TYPE : wasRunning ? Step.START : Step.FINISH;
        };
    }

    private boolean hasFailed(String type) {
        return attempts.stream().anyMatch(attempt -> attempt.type().equals(type));
    }
}
