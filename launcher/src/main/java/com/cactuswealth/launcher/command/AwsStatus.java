package com.cactuswealth.launcher.command;

import com.cactuswealth.launcher.aws.AwsCli;
import com.cactuswealth.launcher.aws.Box;
import com.cactuswealth.launcher.aws.Spending;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

@Command(name = "status", description = "The box, its release, the month's money, and the alarms that ring.")
final class AwsStatus implements Callable<Integer> {

    private final Terminal terminal = new Terminal();

    @Mixin
    private WhichDeployment which;

    @Override
    public Integer call() {
        var deployment = which.deployment();
        var aws = new AwsCli(deployment.region());
        var account = aws.requireAccount();
        var box = Box.require(aws, deployment);

        say("box", "%s %s %s at %s".formatted(box.id(), box.type(), box.state(), box.address()));
        if (box.isStoppedByGuard()) {
            say(
                    "guard",
                    "stopped it in %s: %s"
                            .formatted(
                                    box.tags().get(Box.STOPPED_PERIOD),
                                    box.tags().getOrDefault(Box.STOPPED_REASON, "no reason given")));
        }
        if (box.tags().containsKey(Box.HOLD)) {
            say("hold", "resume leaves it stopped until the tag " + Box.HOLD + " is gone");
        }
        say(
                "release",
                aws.ask("ssm", "get-parameter", "--name", deployment.releaseParameter())
                        .map(answer -> answer.path("Parameter").path("Value").asText())
                        .orElse("none named"));
        say(
                "budget",
                Spending.ask(aws, deployment, account).map(Spending::toString).orElse("AWS does not tell"));
        var ringing = aws.require(
                        "cloudwatch",
                        "describe-alarms",
                        "--state-value",
                        "ALARM",
                        "--alarm-name-prefix",
                        deployment.project() + "-")
                .path("MetricAlarms");
        if (ringing.isEmpty()) {
            say("alarms", "none rings");
        }
        ringing.forEach(alarm -> say(
                "ALARM",
                "%s: %s"
                        .formatted(
                                alarm.path("AlarmName").asText(),
                                alarm.path("AlarmDescription").asText())));
        return ringing.isEmpty() && box.state().equals("running") ? 0 : 1;
    }

    private void say(String what, String detail) {
        terminal.say("%-8s %s".formatted(what, detail));
    }
}
