package com.cactuswealth.budgetguard.proxy;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * A request to AWS, whatever its protocol.
 *
 * @param operation service and operation, such as {@code ec2:StopInstances}
 * @param parameters by their dotted path: {@code InstanceId.1} of the query protocols, {@code Key.id.S} of JSON
 * @param body as it was sent
 */
public record AwsCall(String operation, Map<String, String> parameters, String body) {

    public AwsCall {
        parameters = Map.copyOf(parameters);
    }

    public Optional<String> parameter(String path) {
        return Optional.ofNullable(parameters.get(path));
    }

    /** Every value of a list of the query protocols, such as {@code ResourceId} or {@code Tag.Key}, by its number. */
    public List<String> list(String path) {
        var numbered = path.contains(".") ? path.replaceFirst("\\.", ".%d.") : path + ".%d";
        return IntStream.iterate(1, number -> parameters.containsKey(numbered.formatted(number)), number -> number + 1)
                .mapToObj(number -> parameters.get(numbered.formatted(number)))
                .toList();
    }

    /** The instances of EC2 that it names. */
    public List<String> instances() {
        return Stream.concat(parameter("InstanceId").stream(), list("InstanceId").stream())
                .toList();
    }

    boolean isAbout(String instance) {
        return parameters.containsValue(instance);
    }
}
