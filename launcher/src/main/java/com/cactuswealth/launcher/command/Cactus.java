package com.cactuswealth.launcher.command;

import com.cactuswealth.launcher.LauncherFailure;
import com.cactuswealth.servers.ServerFailure;
import java.io.UncheckedIOException;
import java.util.concurrent.Callable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** What {@code ./cactus} runs. */
@Command(
        name = "cactus",
        mixinStandardHelpOptions = true,
        version = "Cactus 1.0.0-SNAPSHOT",
        description = "Runs, tests, builds and measures Cactus on this machine.",
        synopsisSubcommandLabel = "COMMAND",
        subcommands = {
            Up.class,
            Down.class,
            Status.class,
            ShowLogs.class,
            Dev.class,
            RunTests.class,
            BuildNative.class,
            Images.class,
            Bench.class,
            Aws.class,
            BudgetGuard.class,
            Doctor.class
        })
public final class Cactus implements Callable<Integer> {

    @Spec
    private CommandSpec spec;

    public static void main(String[] arguments) {
        System.exit(run(arguments));
    }

    static int run(String... arguments) {
        return new CommandLine(new Cactus())
                .setExecutionExceptionHandler((failure, commandLine, _) -> report(failure, commandLine))
                .execute(arguments);
    }

    @Override
    public Integer call() {
        spec.commandLine().usage(System.out);
        return CommandLine.ExitCode.USAGE;
    }

    private static int report(Exception failure, CommandLine commandLine) {
        var help = commandLine.getColorScheme();
        switch (failure) {
            case LauncherFailure _, ServerFailure _, UncheckedIOException _ ->
                commandLine.getErr().println(help.errorText("cactus: " + failure.getMessage()));
            default -> commandLine.getErr().println(help.richStackTraceString(failure));
        }
        commandLine.getErr().flush();
        return CommandLine.ExitCode.SOFTWARE;
    }
}
