package com.cactuswealth.launcher.build;

import com.cactuswealth.launcher.LauncherFailure;
import com.cactuswealth.launcher.Packaging;
import com.cactuswealth.launcher.PrivateFiles;
import com.cactuswealth.launcher.Progress;
import com.cactuswealth.launcher.Project;
import com.cactuswealth.launcher.Service;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** Builds what changed since it was last built, and nothing else. */
public final class Build {

    private static final List<String> FAST = List.of("-DskipTests", "-Dspotless.check.skip=true", "package");

    /** Everything that becomes a native executable: the services and the Lambda. */
    public static final List<String> NATIVE_MODULES =
            Stream.concat(Service.modules().stream(), Stream.of(Project.LAMBDA)).toList();

    private final Project project;
    private final Maven maven;
    private final Progress progress;

    public Build(Project project, Progress progress) {
        this.project = project;
        this.progress = progress;
        maven = new Maven(project);
    }

    /** Brings the modules' JVM packages up to date with one run of Maven. */
    public void jvm(Collection<String> modules) {
        var stale = stale(Packaging.JVM, modules);
        if (stale.isEmpty()) {
            return;
        }
        var arguments = new ArrayList<>(List.of("-pl", String.join(",", stale), "-am"));
        arguments.addAll(FAST);
        run("Building " + String.join(", ", stale), Map.of(), arguments, log("build"));
        stale.forEach(module -> touch(Packaging.JVM, module));
    }

    /** Builds all native executables. */
    public void nativeExecutables() {
        nativeExecutables(NATIVE_MODULES);
    }

    /** Builds native executables one at a time, because each takes gigabytes. */
    public void nativeExecutables(Collection<String> modules) {
        var stale = stale(Packaging.NATIVE, modules);
        if (stale.isEmpty()) {
            return;
        }
        var toolchain = NativeToolchain.find();
        progress.say("Native build with " + toolchain.description());
        for (var module : stale) {
            var arguments =
                    new ArrayList<>(List.of("-Dnative", "-Dquarkus.native.native-image-xmx=6g", "-pl", module, "-am"));
            arguments.addAll(toolchain.options());
            arguments.addAll(FAST);
            run("Building " + module + " natively", toolchain.environment(), arguments, log("native-" + module));
            if (!Files.exists(project.executable(module))) {
                throw new LauncherFailure("the native build left no " + project.executable(module));
            }
            touch(Packaging.NATIVE, module);
        }
    }

    /** Installs what the dashboard is developed with, when that changed. */
    public void dashboardLibraries() {
        run(
                "Preparing the dashboard",
                Map.of(),
                List.of("-pl", Project.FRONTEND, "generate-resources"),
                log("frontend"));
    }

    private List<String> stale(Packaging packaging, Collection<String> modules) {
        var sources = new Sources(project);
        return modules.stream()
                .filter(module -> !sources.areOlderThan(packaging.artifact(project, module), module))
                .toList();
    }

    private void run(String what, Map<String, String> environment, List<String> arguments, Path log) {
        progress.say(what + " …");
        var began = System.nanoTime();
        try {
            PrivateFiles.directory(project.home());
            PrivateFiles.directory(log.getParent());
            Files.deleteIfExists(log);
        } catch (IOException e) {
            throw new UncheckedIOException("cannot write " + log + ": " + e.getMessage(), e);
        }
        maven.runQuietly(environment, arguments, log, seconds -> {
            if (seconds % 15 == 0) {
                progress.say("  … " + seconds + " s");
            }
        });
        progress.say("  built in %.0f s".formatted((System.nanoTime() - began) / 1e9));
    }

    private Path log(String name) {
        return project.home().resolve("logs/" + name + ".log");
    }

    /** Not every build rewrites a file whose content stays the same. */
    private void touch(Packaging packaging, String module) {
        try {
            Files.setLastModifiedTime(packaging.artifact(project, module), FileTime.from(Instant.now()));
        } catch (IOException e) {
            throw new UncheckedIOException(
                    "the build of " + module + " left no " + packaging.artifact(project, module), e);
        }
    }
}
