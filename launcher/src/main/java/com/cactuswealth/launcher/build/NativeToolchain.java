package com.cactuswealth.launcher.build;

import com.cactuswealth.launcher.LauncherFailure;
import com.cactuswealth.servers.Programs;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;

/** What compiles native executables here: an installed GraalVM or Mandrel, or a container that has one. */
public sealed interface NativeToolchain {

    /** A GraalVM or Mandrel of this machine. */
    record Installed(Path home) implements NativeToolchain {

        @Override
        public String description() {
            return home.toString();
        }

        @Override
        public Map<String, String> environment() {
            return Map.of("GRAALVM_HOME", home.toString());
        }

        @Override
        public List<String> options() {
            return List.of();
        }
    }

    /** Quarkus' builder image, run by docker or podman. */
    record Container(String engine) implements NativeToolchain {

        @Override
        public String description() {
            return "a builder container (" + engine + ")";
        }

        @Override
        public Map<String, String> environment() {
            return Map.of();
        }

        @Override
        public List<String> options() {
            return List.of("-Dquarkus.native.container-build=true", "-Dquarkus.native.container-runtime=" + engine);
        }
    }

    String description();

    Map<String, String> environment();

    List<String> options();

    static NativeToolchain find() {
        return search().orElseThrow(() -> new LauncherFailure("no native-image: install GraalVM or Mandrel 25"
                + " (for example: sdk install java 25-mandrel) and set GRAALVM_HOME, or start docker or podman"));
    }

    static Optional<NativeToolchain> search() {
        return Stream.of(installed(), container()).flatMap(Optional::stream).findFirst();
    }

    private static Optional<NativeToolchain> installed() {
        var told = Stream.of("GRAALVM_HOME", "MANDREL_HOME", "JAVA_HOME")
                .map(System::getenv)
                .filter(Objects::nonNull)
                .map(Path::of);
        var onPath = Programs.onPath("native-image").stream().map(NativeToolchain::homeOf);
        var managed = Stream.of(
                        Path.of(System.getProperty("user.home"), ".sdkman/candidates/java"), Path.of("/usr/lib/jvm"))
                .flatMap(NativeToolchain::children);
        return Stream.of(told, onPath, managed)
                .flatMap(homes -> homes)
                .filter(home -> Files.isExecutable(home.resolve("bin/native-image")))
                .<NativeToolchain>map(Installed::new)
                .findFirst();
    }

    private static Optional<NativeToolchain> container() {
        return Stream.of("docker", "podman")
                .filter(engine -> Programs.output(List.of(engine, "info")).isPresent())
                .<NativeToolchain>map(Container::new)
                .findFirst();
    }

    private static Path homeOf(Path nativeImage) {
        try {
            return nativeImage.toRealPath().getParent().getParent();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Stream<Path> children(Path directory) {
        if (!Files.isDirectory(directory)) {
            return Stream.empty();
        }
        try (var children = Files.list(directory)) {
            return children.sorted(Comparator.reverseOrder()).toList().stream();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
