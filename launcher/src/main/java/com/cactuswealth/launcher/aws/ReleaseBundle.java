package com.cactuswealth.launcher.aws;

import com.cactuswealth.launcher.Foreground;
import com.cactuswealth.launcher.LauncherFailure;
import com.cactuswealth.launcher.Project;
import com.cactuswealth.launcher.Service;
import com.cactuswealth.servers.Programs;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** What a box fetches: {@code deploy/} and the images that {@code ./cactus images} built, as one file. */
public final class ReleaseBundle {

    /** What a working copy has in {@code deploy/} and a release must not. */
    private static final List<String> PRIVATE = List.of(
            "deploy/.env", "deploy/secrets", "deploy/tls", "deploy/backups", "deploy/last-backup", "deploy/target");

    private final Project project;
    private final String engine;
    private final String version;

    /**
     * A release of images that this engine has.
     *
     * @param engine docker or podman
     */
    public ReleaseBundle(Project project, String engine, String version) {
        this.project = project;
        this.engine = engine;
        this.version = version;
    }

    public Path file() {
        return project.root().resolve("target/release/cactus-" + version + ".tar.gz");
    }

    /** Packs it; every image must be there, for the box's architecture. */
    public void pack() {
        var images = Service.modules().stream()
                .map(module -> "cactus/" + module + ":" + version)
                .toList();
        images.forEach(this::requireArm);
        try {
            Files.createDirectories(file().getParent());
            Files.deleteIfExists(images());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        var save = new ArrayList<>(List.of(engine, "save", "--output", images().toString()));
        save.addAll(images);
        run(save);
        run(tar());
    }

    List<String> tar() {
        var command = new ArrayList<>(List.of("tar", "-czf", file().toString()));
        PRIVATE.forEach(path -> command.add("--exclude=" + path));
        command.addAll(List.of(
                "-C",
                project.root().toString(),
                "deploy",
                "-C",
                images().getParent().toString(),
                "images.tar"));
        return command;
    }

    private Path images() {
        return file().resolveSibling("images.tar");
    }

    private void requireArm(String image) {
        var architecture = Programs.output(List.of(engine, "image", "inspect", "--format", "{{.Architecture}}", image))
                .orElseThrow(() -> new LauncherFailure(
                        "there is no image " + image + ": run ./cactus images --version " + version));
        if (!architecture.equals("arm64")) {
            throw new LauncherFailure(
                    image + " is for " + architecture + "; the box is arm64: build on an arm64 machine");
        }
    }

    private void run(List<String> command) {
        if (Foreground.run(project.root(), Map.of(), command) != 0) {
            throw new LauncherFailure(command.getFirst() + " failed");
        }
    }
}
