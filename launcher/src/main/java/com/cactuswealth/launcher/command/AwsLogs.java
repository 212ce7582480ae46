package com.cactuswealth.launcher.command;

import com.cactuswealth.launcher.aws.AwsCli;
import com.cactuswealth.launcher.aws.Box;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

@Command(name = "logs", description = "Follows the log of the guard or of the box.")
final class AwsLogs implements Callable<Integer> {

    /** Whose log. */
    enum Of {
        stop,
        resize,
        resume,
        box
    }

    @Mixin
    private WhichDeployment which;

    @Option(
            names = "--of",
            defaultValue = "stop",
            description = "${COMPLETION-CANDIDATES}; default ${DEFAULT-VALUE}. box needs the Session Manager plugin.")
    private Of of;

    @Option(names = "--since", defaultValue = "1d", description = "Like 30m or 1d; default ${DEFAULT-VALUE}.")
    private String since;

    @Override
    public Integer call() {
        var deployment = which.deployment();
        var aws = new AwsCli(deployment.region());
        switch (of) {
            case stop, resize, resume ->
                aws.run("logs", "tail", deployment.log(of.name()), "--since", since, "--follow");
            case box ->
                aws.run(
                        "ssm",
                        "start-session",
                        "--target",
                        Box.require(aws, deployment).id(),
                        "--document-name",
                        "AWS-StartInteractiveCommand",
                        "--parameters",
                        "command=\"sudo tail -n 200 -f /var/log/cactus-box.log\"");
        }
        return 0;
    }
}
