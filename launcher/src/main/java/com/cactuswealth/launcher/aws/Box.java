package com.cactuswealth.launcher.aws;

import com.cactuswealth.launcher.LauncherFailure;
import com.fasterxml.jackson.databind.JsonNode;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.StreamSupport;

/** The instance that runs the suite, as EC2 sees it. */
public record Box(String id, String state, String type, String address, Map<String, String> tags) {

    /** Says that budget-guard stopped it, and in which month. */
    public static final String STOPPED_PERIOD = "cactus:stopped-period";

    public static final String STOPPED_REASON = "cactus:stopped-reason";
    public static final String HOLD = "cactus:hold";

    /** The box of a deployment; the terminated ones before it do not count. */
    public static Optional<Box> find(AwsCli aws, Deployment deployment) {
        var answer = aws.require(
                "ec2",
                "describe-instances",
                "--filters",
                "Name=tag:Project,Values=" + deployment.project(),
                "Name=tag:Name,Values=" + deployment.box(),
                "Name=instance-state-name,Values=pending,running,stopping,stopped");
        return StreamSupport.stream(answer.path("Reservations").spliterator(), false)
                .flatMap(reservation ->
                        StreamSupport.stream(reservation.path("Instances").spliterator(), false))
                .map(Box::of)
                .findFirst();
    }

    public static Box require(AwsCli aws, Deployment deployment) {
        return find(aws, deployment)
                .orElseThrow(() -> new LauncherFailure("there is no box of " + deployment.project() + " in "
                        + deployment.region() + ": run ./cactus aws deploy " + deployment.name()));
    }

    static Box of(JsonNode instance) {
        return new Box(
                instance.path("InstanceId").asText(),
                instance.path("State").path("Name").asText(),
                instance.path("InstanceType").asText(),
                instance.path("PublicIpAddress").asText("none"),
                StreamSupport.stream(instance.path("Tags").spliterator(), false)
                        .collect(Collectors.toUnmodifiableMap(
                                tag -> tag.path("Key").asText(),
                                tag -> tag.path("Value").asText())));
    }

    public boolean isStoppedByGuard() {
        return tags.containsKey(STOPPED_PERIOD);
    }
}
