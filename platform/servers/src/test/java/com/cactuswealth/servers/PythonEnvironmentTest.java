package com.cactuswealth.servers;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PythonEnvironmentTest {

    @TempDir
    private Path directory;

    @Test
    void saysWhenThereIsNoPython() {
        assertThatThrownBy(() -> PythonEnvironment.make(Optional.empty(), directory, List.of()))
                .isInstanceOf(ServerFailure.class)
                .hasMessage("no python3 on the PATH: install Python 3.10 or newer");
    }

    @Test
    void saysWhyAPackageCannotBeInstalled() {
        var missing = directory.resolve("missing.whl");

        assertThatThrownBy(() -> PythonEnvironment.make(
                        Programs.onPath("python3"), directory.resolve("python"), List.of(missing.toString())))
                .isInstanceOf(ServerFailure.class)
                .hasMessageStartingWith("Python's packages cannot be installed: ERROR: ")
                .hasMessageContaining("missing.whl");
    }
}
