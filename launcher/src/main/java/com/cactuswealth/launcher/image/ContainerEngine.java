package com.cactuswealth.launcher.image;

import com.cactuswealth.launcher.LauncherFailure;
import com.cactuswealth.servers.Programs;
import java.util.List;
import java.util.Optional;

/** What builds container images here: docker, podman or buildah, which understand the same command. */
public record ContainerEngine(String program) {

    private static final List<String> KNOWN = List.of("docker", "podman", "buildah");

    /** The one that was asked for, or else the first that works. */
    public static ContainerEngine find(Optional<String> wanted) {
        var candidates = wanted.map(List::of).orElse(KNOWN);
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
