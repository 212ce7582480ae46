package com.cactuswealth.launcher.aws;

import com.cactuswealth.launcher.Foreground;
import com.cactuswealth.launcher.LauncherFailure;
import com.cactuswealth.launcher.Project;
import com.cactuswealth.servers.Programs;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/** Terraform in {@code terraform/}. What it downloads and remembers lies in {@code .cactus/terraform}. */
public final class Terraform {

    private static final Pattern VERSION = Pattern.compile("Terraform v(\\d+)\\.(\\d+)");

    private final Path directory;
    private final Path data;

    /**
     * Terraform for one purpose: what may be done at the same time, such as a check and a deployment, is kept apart.
     *
     * @param purpose the name of a folder
     */
    public Terraform(Project project, String purpose) {
        directory = project.root().resolve("terraform");
        data = project.home().resolve("terraform").resolve(purpose);
    }

    public Path directory() {
        return directory;
    }

    /** What it and the programs that call it need to know. */
    public Map<String, String> environment() {
        return Map.of("TF_DATA_DIR", data.toString(), "TF_IN_AUTOMATION", "true", "CHECKPOINT_DISABLE", "true");
    }

    public static Optional<String> version() {
        return Programs.output(List.of("terraform", "version"))
                .flatMap(text -> text.lines()
                        .filter(line -> line.startsWith("Terraform v"))
                        .findFirst());
    }

    /** Locks in S3 came with 1.11. */
    public static boolean isNewEnough(String version) {
        var found = VERSION.matcher(version);
        return found.find() && Integer.parseInt(found.group(1)) == 1 && Integer.parseInt(found.group(2)) >= 11;
    }

    /** Runs on this terminal, and fails when it fails. */
    public void run(List<String> arguments) {
        var command = new ArrayList<>(List.of("terraform"));
        command.addAll(arguments);
        if (Foreground.run(directory, environment(), command) != 0) {
            throw new LauncherFailure("terraform " + arguments.getFirst() + " failed");
        }
    }

    /** Looks at the state of a deployment, in its bucket. */
    public void open(Deployment deployment, String account) {
        run(List.of(
                "init",
                "-input=false",
                "-reconfigure",
                "-backend-config=bucket=" + deployment.stateBucket(account),
                "-backend-config=key=" + deployment.name() + ".tfstate",
                "-backend-config=region=" + deployment.region()));
    }
}
