package com.cactuswealth.launcher.command;

import java.util.concurrent.Callable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

@Command(
        name = "budget-guard",
        description = "Tries the functions that keep the AWS bill in its bounds.",
        synopsisSubcommandLabel = "COMMAND",
        subcommands = Simulate.class)
final class BudgetGuard implements Callable<Integer> {

    @Spec
    private CommandSpec spec;

    @Override
    public Integer call() {
        spec.commandLine().usage(System.out);
        return CommandLine.ExitCode.USAGE;
    }
}
