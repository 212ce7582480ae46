package com.cactuswealth.launcher.command;

import com.cactuswealth.launcher.Project;
import com.cactuswealth.launcher.aws.AwsCli;
import com.cactuswealth.launcher.aws.Finding;
import com.cactuswealth.launcher.aws.Validation;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

@Command(
        name = "validate",
        description = "Checks terraform/: format, validity, tests, checkov; with credentials the account's quotas too.")
final class AwsValidate implements Callable<Integer> {

    private final Terminal terminal = new Terminal();
    private int leftOut;

    @Option(names = "--region", defaultValue = "us-east-1", description = "Default ${DEFAULT-VALUE}.")
    private String region;

    @Override
    public Integer call() {
        var sound = new Validation(Project.current(), new AwsCli(region), this::report).run();
        terminal.say("");
        terminal.say((sound ? "Nothing is wrong" : "Something is wrong")
                + (leftOut == 0 ? "." : "; " + leftOut + " checks were left out, as said above."));
        return sound ? 0 : 1;
    }

    private void report(Finding finding) {
        if (finding.verdict() == Finding.Verdict.LEFT_OUT) {
            leftOut++;
        }
        terminal.say(finding.toString());
    }
}
