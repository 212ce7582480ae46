package com.cactuswealth.launcher.command;

import com.cactuswealth.launcher.aws.AwsCli;
import com.cactuswealth.launcher.aws.MonthlyCosts;
import com.cactuswealth.launcher.aws.Spending;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

@Command(name = "costs", description = "What a month costs by the list of prices, and what this one has cost so far.")
final class AwsCosts implements Callable<Integer> {

    private final Terminal terminal = new Terminal();

    @Mixin
    private WhichDeployment which;

    @Option(names = "--markdown", description = "The table as the documentation has it, without asking AWS.")
    private boolean markdown;

    @Override
    public Integer call() {
        var costs = MonthlyCosts.read(which.terraform().directory());
        if (markdown) {
            costs.markdown().forEach(terminal::say);
            return 0;
        }
        costs.table().forEach(terminal::say);
        var deployment = which.deployment();
        var aws = new AwsCli(deployment.region());
        terminal.say(Spending.ask(aws, deployment, aws.requireAccount())
                .map(spending -> spending + " (AWS counts up to a day late)")
                .orElse("AWS does not tell the budget " + deployment.budget()));
        return 0;
    }
}
