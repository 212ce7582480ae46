package com.cactuswealth.launcher.image;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.cactuswealth.launcher.LauncherFailure;
import com.cactuswealth.launcher.Packaging;
import com.cactuswealth.launcher.Project;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ImageContextTest {

    @TempDir
    private Path root;

    @Test
    void aNativeImageIsMadeFromTheExecutableAndItsLibrariesAlone() throws IOException {
        var project = new Project(root);
        write(project.executable("gateway"), "executable");
        project.executable("gateway").toFile().setExecutable(true);
        write(root.resolve("gateway/target/libnet.so"), "library");
        write(root.resolve("gateway/target/quarkus-app/quarkus-run.jar"), "not for this");
        var context = new ImageContext(project, Packaging.NATIVE);
        var left = context.directory().resolve("gateway/" + ImageContext.architecture() + "/libold.so");
        write(left, "of the last build");

        context.stage("gateway");

        var architecture = "gateway/" + ImageContext.architecture();
        assertThat(files(context.directory())).containsExactly(architecture + "/libnet.so", architecture + "/service");
        assertThat(context.directory().resolve(architecture + "/service"))
                .hasContent("executable")
                .isExecutable();
    }

    @Test
    void anExecutableOfAnotherArchitectureStays() throws IOException {
        var project = new Project(root);
        write(project.executable("gateway"), "executable");
        var context = new ImageContext(project, Packaging.NATIVE);
        write(context.directory().resolve("gateway/riscv64/service"), "of another machine");

        context.stage("gateway");

        assertThat(files(context.directory()))
                .containsExactly("gateway/" + ImageContext.architecture() + "/service", "gateway/riscv64/service");
    }

    @Test
    void anImageForTheJvmIsMadeFromWhatQuarkusPacks() throws IOException {
        var project = new Project(root);
        write(project.jar("auth-service"), "runner");
        write(project.jar("auth-service").resolveSibling("lib/main/library.jar"), "library");
        var context = new ImageContext(project, Packaging.JVM);

        context.stage("auth-service");
        context.stage("auth-service");

        assertThat(files(context.directory()))
                .containsExactly("auth-service/lib/main/library.jar", "auth-service/quarkus-run.jar");
    }

    @Test
    void whatIsNotBuiltIsSaid() {
        var context = new ImageContext(new Project(root), Packaging.NATIVE);

        assertThatThrownBy(() -> context.stage("gateway"))
                .isInstanceOf(LauncherFailure.class)
                .hasMessageStartingWith("gateway is not built: there is no ");
    }

    @Test
    void anEngineIsToldTheServiceTheVersionAndTheBase() {
        var project = new Project(root);
        var builder = new ImageBuilder(
                project, new ContainerEngine("podman"), Packaging.NATIVE, Optional.of("localhost/debian:12"), "1.2.3");

        var command = builder.command("gateway", new ImageContext(project, Packaging.NATIVE));

        assertThat(command)
                .startsWith("podman", "build", "--format", "docker", "--file", "deploy/Containerfile.native")
                .containsSequence("--tag", "cactus/gateway:1.2.3")
                .containsSequence("--build-arg", "SERVICE=gateway")
                .containsSequence("--build-arg", "VERSION=1.2.3")
                .containsSequence("--build-arg", "BASE=localhost/debian:12")
                .endsWith(root.resolve("deploy/target/native").toString());
        assertThat(new ContainerEngine("docker").build()).containsExactly("docker", "build");
    }

    @Test
    void anEngineThatIsNotThereIsSaid() {
        assertThatThrownBy(() -> ContainerEngine.find(Optional.of("no-such-engine")))
                .isInstanceOf(LauncherFailure.class)
                .hasMessage("images need one of these, and running: no-such-engine");
    }

    private static void write(Path file, String content) throws IOException {
        Files.createDirectories(file.getParent());
        Files.writeString(file, content);
    }

    private static List<String> files(Path directory) throws IOException {
        try (Stream<Path> files = Files.walk(directory)) {
            return files.filter(Files::isRegularFile)
                    .map(file -> directory.relativize(file).toString())
                    .sorted()
                    .toList();
        }
    }
}
