package com.cactuswealth.launcher.command;

import com.cactuswealth.launcher.LauncherFailure;
import com.cactuswealth.launcher.aws.AwsCli;
import com.cactuswealth.launcher.aws.MonthlyCosts;
import com.cactuswealth.launcher.aws.StateBucket;
import com.cactuswealth.launcher.aws.Terraform;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

@Command(name = "deploy", description = "Plans, shows what it costs, asks, applies, and says what to do next.")
final class AwsDeploy implements Callable<Integer> {

    private final Terminal terminal = new Terminal();

    @Mixin
    private WhichDeployment which;

    @Option(names = "--yes", description = "Do not ask.")
    private boolean sure;

    @Override
    public Integer call() {
        if (Terraform.version().filter(Terraform::isNewEnough).isEmpty()) {
            throw new LauncherFailure("needs Terraform 1.11 or newer on the PATH");
        }
        var terraform = which.terraform();
        var deployment = which.deployment();
        var aws = new AwsCli(deployment.region());
        var account = aws.requireAccount();

        terminal.say("Account " + account + ", " + deployment.region() + ", " + deployment.variables());
        new StateBucket(aws, deployment.stateBucket(account), deployment.region()).make();
        terraform.open(deployment, account);
        terraform.run(List.of("plan", "-input=false", "-var-file=" + deployment.variables(), "-out=cactus.tfplan"));
        MonthlyCosts.read(terraform.directory()).table().forEach(terminal::say);
        if (!sure && !terminal.ask("Apply this plan? Type yes: ").equals("yes")) {
            terminal.say("Nothing was changed.");
            return 1;
        }
        terraform.run(List.of("apply", "-input=false", "cactus.tfplan"));
        terminal.say("");
        terminal.say("Next:");
        terminal.say("  1. Confirm the mails of AWS Notifications: until then nobody hears an alarm.");
        terminal.say("  2. Enter name_servers, when there are some above, at the domain's registrar.");
        terminal.say("  3. ./cactus aws release --version … " + deployment.name());
        terminal.say("  4. ./cactus aws status " + deployment.name());
        return 0;
    }
}
