package com.cactuswealth.launcher.aws;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.cactuswealth.launcher.LauncherFailure;
import com.cactuswealth.launcher.Project;
import com.cactuswealth.servers.Programs;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ReleaseBundleTest {

    @TempDir
    private Path root;

    @Test
    void aReleaseHasWhatTheBoxNeedsAndNoSecretOfThisMachine() throws IOException {
        for (var file : List.of(
                "compose.yaml", "upgrade", "postgres/prepare-database", ".env", "secrets/roles", "tls/tls.key")) {
            Files.createDirectories(root.resolve("deploy").resolve(file).getParent());
            Files.writeString(root.resolve("deploy").resolve(file), "");
        }

        var bundle = new ReleaseBundle(new Project(root), engine("arm64").toString(), "1.2.0");
        bundle.pack();

        assertThat(bundle.file()).isEqualTo(root.resolve("target/release/cactus-1.2.0.tar.gz"));
        assertThat(Programs.output(List.of("tar", "-tzf", bundle.file().toString()))
                        .orElseThrow()
                        .lines())
                .filteredOn(name -> !name.endsWith("/"))
                .containsExactlyInAnyOrder(
                        "deploy/compose.yaml", "deploy/upgrade", "deploy/postgres/prepare-database", "images.tar");
    }

    @Test
    void imagesForAnotherMachineAreRefused() throws IOException {
        var bundle = new ReleaseBundle(new Project(root), engine("amd64").toString(), "1.2.0");

        assertThatThrownBy(bundle::pack)
                .isInstanceOf(LauncherFailure.class)
                .hasMessage("cactus/gateway:1.2.0 is for amd64; the box is arm64: build on an arm64 machine");
    }

    /** An engine with images of one architecture, whose saving writes an empty file. */
    private Path engine(String architecture) throws IOException {
        var script = Files.writeString(root.resolve("engine"), """
                #!/bin/sh
                if [ "$1" = image ]; then echo %s; else : > "$3"; fi
                """.formatted(architecture));
        return Files.setPosixFilePermissions(script, PosixFilePermissions.fromString("rwx------"));
    }
}
