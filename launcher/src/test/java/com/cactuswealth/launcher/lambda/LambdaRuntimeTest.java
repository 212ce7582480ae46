package com.cactuswealth.launcher.lambda;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.cactuswealth.launcher.LauncherFailure;
import com.cactuswealth.launcher.lambda.FunctionHost.Answer;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LambdaRuntimeTest {

    @TempDir
    private Path directory;

    private LambdaRuntime runtime;

    @BeforeEach
    void start() {
        var command = List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-cp",
                FakeFunction.class
                        .getProtectionDomain()
                        .getCodeSource()
                        .getLocation()
                        .getPath(),
                FakeFunction.class.getName());
        runtime = LambdaRuntime.start(command, Map.of("SETTING", "a"), "arn:f", directory.resolve("log"));
    }

    @AfterEach
    void stop() {
        runtime.close();
    }

    @Test
    void handsEventsOverOneAfterTheOther() {
        assertThat(runtime.invoke("1", "first", Duration.ofSeconds(5))).isEqualTo(new Answer(false, "1 arn:f a first"));
        assertThat(runtime.invoke("2", "second", Duration.ofSeconds(5)))
                .isEqualTo(new Answer(false, "2 arn:f a second"));
    }

    @Test
    void tellsAFailureFromAnAnswer() {
        assertThat(runtime.invoke("1", "fail", Duration.ofSeconds(5))).isEqualTo(new Answer(true, "1 arn:f a fail"));
    }

    @Test
    void saysWhyAFunctionEnded() {
        assertThatThrownBy(() -> runtime.invoke("end"))
                .isInstanceOf(LauncherFailure.class)
                .hasMessageStartingWith("the function gives no answer: ERROR told to end");
    }
}
