package com.cactuswealth.launcher.command;

import com.cactuswealth.launcher.Project;
import com.cactuswealth.launcher.aws.AwsCli;
import com.cactuswealth.launcher.aws.ReleaseBundle;
import com.cactuswealth.launcher.image.ContainerEngine;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

@Command(name = "release", description = "Sends deploy/ and the images of a version to the box, which upgrades itself.")
final class AwsRelease implements Callable<Integer> {

    private final Terminal terminal = new Terminal();

    @Mixin
    private WhichDeployment which;

    @Option(names = "--version", required = true, description = "Of the images that ./cactus images built for arm64.")
    private String version;

    @Option(names = "--engine", description = "docker or podman; by default the first that works.")
    private Optional<String> engine = Optional.empty();

    @Override
    public Integer call() {
        var deployment = which.deployment();
        var aws = new AwsCli(deployment.region());
        var account = aws.requireAccount();
        var builder = engine.map(ContainerEngine::named).orElseGet(ContainerEngine::find);
        var bundle = new ReleaseBundle(Project.current(), builder.program(), version);

        bundle.pack();
        aws.run("s3", "cp", bundle.file().toString(), "s3://" + deployment.releasesBucket(account) + "/");
        aws.require("ssm", "put-parameter", "--overwrite", "--name", deployment.releaseParameter(), "--value", version);
        aws.require(
                "ssm",
                "send-command",
                "--document-name",
                deployment.project() + "-take-release",
                "--targets",
                "Key=tag:Name,Values=" + deployment.box());
        terminal.say("The box takes " + version + " now: ./cactus aws logs --of box " + deployment.name());
        return 0;
    }
}
