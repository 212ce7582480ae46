package com.cactuswealth.launcher.command;

import com.cactuswealth.launcher.aws.AwsCli;
import com.cactuswealth.launcher.aws.Box;
import com.cactuswealth.launcher.aws.Spending;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

@Command(name = "start", description = "Starts the box, also when the budget guard stopped it.")
final class AwsStart implements Callable<Integer> {

    private final Terminal terminal = new Terminal();

    @Mixin
    private WhichDeployment which;

    @Option(names = "--yes", description = "Do not ask when the budget guard stopped it.")
    private boolean sure;

    @Override
    public Integer call() {
        var deployment = which.deployment();
        var aws = new AwsCli(deployment.region());
        var account = aws.requireAccount();
        var box = Box.require(aws, deployment);
        if (box.isStoppedByGuard() && !sure && !isWanted(box, aws, account)) {
            terminal.say("It stays stopped; at the month's beginning it starts by itself.");
            return 1;
        }
        aws.run("ec2", "start-instances", "--instance-ids", box.id());
        aws.run("ec2", "wait", "instance-running", "--instance-ids", box.id());
        // Only now: were it not started, resume would have to know.
        aws.run(
                "ec2",
                "delete-tags",
                "--resources",
                box.id(),
                "--tags",
                "Key=" + Box.STOPPED_PERIOD,
                "Key=" + Box.STOPPED_REASON);
        terminal.say("Started. The suite answers in a minute or two: ./cactus aws status " + deployment.name());
        return 0;
    }

    private boolean isWanted(Box box, AwsCli aws, String account) {
        terminal.say("The budget guard stopped it in " + box.tags().get(Box.STOPPED_PERIOD) + ".");
        Spending.ask(aws, which.deployment(), account).ifPresent(spending -> terminal.say(spending.toString()));
        terminal.say("The guard acts once for each budget, month and threshold: it will not stop it again this month.");
        return terminal.ask("Start it all the same? Type yes: ").equals("yes");
    }
}
