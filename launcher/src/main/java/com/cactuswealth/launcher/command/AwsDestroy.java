package com.cactuswealth.launcher.command;

import com.cactuswealth.launcher.aws.AwsCli;
import com.cactuswealth.launcher.aws.Box;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

@Command(name = "destroy", description = "Takes the house down, after the project's name was typed.")
final class AwsDestroy implements Callable<Integer> {

    private final Terminal terminal = new Terminal();

    @Mixin
    private WhichDeployment which;

    @Override
    public Integer call() {
        var terraform = which.terraform();
        var deployment = which.deployment();
        var aws = new AwsCli(deployment.region());
        var account = aws.requireAccount();

        terminal.say("Everything of " + deployment.project() + " in account " + account
                + " goes, but for a last snapshot of the"
                + " data volume and the backups: AWS keeps a bucket in which there is something, and says so.");
        if (!terminal.ask("Type the project's name to go on: ").equals(deployment.project())) {
            terminal.say("Nothing was changed.");
            return 1;
        }
        terraform.open(deployment, account);
        Box.find(aws, deployment)
                .ifPresent(box -> aws.run(
                        "ec2", "modify-instance-attribute", "--instance-id", box.id(), "--no-disable-api-termination"));
        terraform.run(List.of("destroy", "-auto-approve", "-input=false", "-var-file=" + deployment.variables()));
        return 0;
    }
}
