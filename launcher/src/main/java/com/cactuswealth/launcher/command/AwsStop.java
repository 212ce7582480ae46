package com.cactuswealth.launcher.command;

import com.cactuswealth.launcher.aws.AwsCli;
import com.cactuswealth.launcher.aws.Box;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

@Command(name = "stop", description = "Stops the box; nothing starts it again but ./cactus aws start.")
final class AwsStop implements Callable<Integer> {

    private final Terminal terminal = new Terminal();

    @Mixin
    private WhichDeployment which;

    @Override
    public Integer call() {
        var deployment = which.deployment();
        var aws = new AwsCli(deployment.region());
        var box = Box.require(aws, deployment);
        aws.run("ec2", "stop-instances", "--instance-ids", box.id());
        aws.run("ec2", "wait", "instance-stopped", "--instance-ids", box.id());
        terminal.say("Stopped. Its volumes, snapshots and address go on costing, some 6 USD a month.");
        return 0;
    }
}
