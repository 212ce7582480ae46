package com.cactuswealth.launcher.image;

import com.cactuswealth.launcher.LauncherFailure;
import com.cactuswealth.servers.Programs;
import java.util.List;

/** What builds container images here: docker, podman or buildah, which understand the same command. */
public record ContainerEngine(String program) {

    private static final List<String> KNOWN = List.of("docker", "podman", "buildah");

    /** The first that works. */
    public static ContainerEngine find() {
        return firstOf(KNOWN);
    }

    /** The one of that name, which must work. */
    public static ContainerEngine named(String program) {
        return firstOf(List.of(program));
    }

    private static ContainerEngine firstOf(List<String> candidates) {
        return candidates.stream()
                .filter(program -> Programs.output(List.of(program, "info")).isPresent())
                .findFirst()
                .map(ContainerEngine::new)
                .orElseThrow(() ->
                        new LauncherFailure("images need one of these, and running: " + String.join(", ", candidates)));
    }

    /** Podman and buildah would leave the health check out of an image in OCI's format. */
    List<String> build() {
        return program.equals("docker") ? List.of(program, "build") : List.of(program, "build", "--format", "docker");
    }
}
