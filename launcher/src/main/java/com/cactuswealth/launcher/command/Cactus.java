package com.cactuswealth.launcher.command;

import com.cactuswealth.launcher.LauncherFailure;
import com.cactuswealth.servers.ServerFailure;
import java.io.UncheckedIOException;
import java.util.concurrent.Callable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.ScopeType;
import picocli.CommandLine.Spec;
import picocli.CommandLine.UnmatchedArgumentException;

/** What {@code ./cactus} runs. */
@Command(
        name = "cactus",
        version = "Cactus 1.0.0-SNAPSHOT",
        description = "Runs, tests, builds and measures Cactus on this machine.",
        synopsisSubcommandLabel = "COMMAND",
        subcommands = {
            Up.class,
            Down.class,
            Status.class,
            ShowLogs.class,
            Restart.class,
            ShowDeadLetters.class,
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
        System.exit(commandLine().execute(arguments));
    }

    static CommandLine commandLine() {
        var commandLine = new CommandLine(new Cactus())
                .setParameterExceptionHandler((wrong, _) -> explain(wrong))
                .setExecutionExceptionHandler((failure, failed, _) -> report(failure, failed));
        commandLine
                .getCommandSpec()
                .addOption(OptionSpec.builder("-h", "--help")
                        .usageHelp(true)
                        .scopeType(ScopeType.INHERIT)
                        .description("Show this help.")
                        .build())
                .addOption(OptionSpec.builder("-V", "--version")
                        .versionHelp(true)
                        .description("Show the version.")
                        .build());
        return commandLine;
    }

    @Override
    public Integer call() {
        spec.commandLine().usage(System.out);
        return CommandLine.ExitCode.USAGE;
    }

    /** Says what is wrong and what was probably meant. */
    private static int explain(ParameterException wrong) {
        var command = wrong.getCommandLine();
        command.getErr().println(command.getColorScheme().errorText("cactus: " + wrong.getMessage()));
        if (wrong instanceof UnmatchedArgumentException unmatched) {
            var suggestions = Suggestions.of(unmatched.getUnmatched().getFirst(), command.getCommandSpec());
            if (!suggestions.isEmpty()) {
                command.getErr().println("Did you mean " + String.join(" or ", suggestions) + "?");
            }
        }
        command.getErr().println(command.getCommandSpec().qualifiedName() + " --help explains it.");
        command.getErr().flush();
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
