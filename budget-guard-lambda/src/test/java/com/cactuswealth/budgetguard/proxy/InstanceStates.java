package com.cactuswealth.budgetguard.proxy;

import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.UnaryOperator;
import java.util.regex.Pattern;

/**
 * In moto an instance has stopped or started when the call returns, and may be changed in any state. Here it can be seen
 * on its way, and what AWS refuses in a state is refused.
 */
final class InstanceStates {

    private static final Map<String, Integer> CODES =
            Map.of("pending", 0, "running", 16, "shutting-down", 32, "terminated", 48, "stopping", 64, "stopped", 80);

    /** From which states AWS lets an operation begin. */
    private static final Map<String, Set<String>> ALLOWED = Map.of(
            "ec2:ModifyInstanceAttribute", Set.of("stopped"),
            "ec2:StartInstances", Set.of("stopped", "pending", "running"),
            "ec2:StopInstances", Set.of("running", "stopping", "stopped"));

    private final Map<String, Shown> shown = new ConcurrentHashMap<>();

    private record Shown(String state, int times) {

        Shown once() {
            return times > 1 ? new Shown(state, times - 1) : null;
        }
    }

    void show(String instance, String state, int times) {
        shown.put(instance, new Shown(state, times));
    }

    void clear() {
        shown.clear();
    }

    /** The answer of DescribeInstances with the states that are to be shown. */
    String shownIn(String described) {
        var text = described;
        for (var instance : shown.keySet()) {
            var state = state(instance);
            var position = state.matcher(text);
            var show = shown.get(instance);
            if (show != null && position.find()) {
                text = position.replaceFirst(
                        "$1<code>%d</code><name>%s</name>".formatted(CODES.get(show.state()), show.state()));
                shown.computeIfPresent(instance, (_, current) -> current.once());
            }
        }
        return text;
    }

    /**
     * What AWS would say against the call and moto does not.
     *
     * @param describe gives the answer of DescribeInstances for an instance
     */
    Optional<AwsError> refusal(AwsCall call, UnaryOperator<String> describe) {
        var allowed = ALLOWED.get(call.operation());
        if (allowed == null) {
            return Optional.empty();
        }
        return call.instances().stream()
                .filter(instance -> !allowed.contains(current(instance, describe)))
                .findFirst()
                .map(instance -> AwsError.INCORRECT_INSTANCE_STATE.saying(
                        "The instance '%s' is not in one of the states %s.".formatted(instance, allowed)));
    }

    private String current(String instance, UnaryOperator<String> describe) {
        var show = shown.get(instance);
        if (show != null) {
            return show.state();
        }
        var state = state(instance).matcher(describe.apply(instance));
        // AWS itself says that there is no such instance.
        return state.find() ? state.group(2) : "stopped";
    }

    private static Pattern state(String instance) {
        return Pattern.compile(
                "(<instanceId>" + Pattern.quote(instance)
                        + "</instanceId>.*?<instanceState>)<code>\\d+</code><name>([a-z-]+)</name>",
                Pattern.DOTALL);
    }
}
