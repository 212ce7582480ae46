package com.cactuswealth.launcher.command;

import java.util.concurrent.Callable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

@Command(
        name = "aws",
        description = "The suite's house on AWS: docs/aws.md.",
        synopsisSubcommandLabel = "COMMAND",
        subcommands = {
            AwsValidate.class,
            AwsDeploy.class,
            AwsRelease.class,
            AwsStatus.class,
            AwsStop.class,
            AwsStart.class,
            AwsCosts.class,
            AwsLogs.class,
            AwsDestroy.class
        })
final class Aws implements Callable<Integer> {

    @Spec
    private CommandSpec spec;

    @Override
    public Integer call() {
        spec.commandLine().usage(System.out);
        return CommandLine.ExitCode.USAGE;
    }
}
