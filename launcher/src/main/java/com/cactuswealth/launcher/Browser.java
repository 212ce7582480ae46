package com.cactuswealth.launcher;

import com.cactuswealth.servers.Programs;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** The Chromium in which the dashboard is tested. */
public final class Browser {

    private static final List<String> NAMES = List.of("chromium", "chromium-browser", "google-chrome");
    private static final String TO_DO = "install chromium or google-chrome, or say where it is with CHROMIUM";

    private Browser() {}

    /** The one that {@code CHROMIUM} names, or else the first on the PATH. */
    public static Optional<Path> find() {
        var told = System.getenv().getOrDefault("CHROMIUM", "");
        if (told.isBlank()) {
            return NAMES.stream()
                    .flatMap(name -> Programs.onPath(name).stream())
                    .findFirst();
        }
        if (!Files.isExecutable(Path.of(told))) {
            throw new LauncherFailure("CHROMIUM names " + told + ", which is no program");
        }
        return Optional.of(Path.of(told));
    }

    /** Finds it, or installs Debian's where that is possible without asking. */
    public static Path executable(Progress progress) {
        return find().orElseGet(() -> install(progress));
    }

    private static Path install(Progress progress) {
        if (!isRoot() || Programs.onPath("apt-get").isEmpty()) {
            throw new LauncherFailure("the dashboard's tests need a browser: " + TO_DO);
        }
        progress.say("Installing Chromium for the dashboard's tests …");
        var installed = Stream.of(
                        List.of("apt-get", "-q", "update"),
                        List.of(
                                "apt-get",
                                "-q",
                                "install",
                                "-y",
                                "--no-install-recommends",
                                "chromium",
                                "fonts-liberation"))
                .allMatch(command -> run(progress, command));
        return find().filter(_ -> installed)
                .orElseThrow(() -> new LauncherFailure("Chromium could not be installed: " + TO_DO));
    }

    private static boolean run(Progress progress, List<String> command) {
        progress.say("  " + String.join(" ", command));
        return Foreground.run(Path.of("").toAbsolutePath(), Map.of("DEBIAN_FRONTEND", "noninteractive"), command) == 0;
    }

    private static boolean isRoot() {
        return Programs.output(List.of("id", "-u")).filter("0"::equals).isPresent();
    }
}
