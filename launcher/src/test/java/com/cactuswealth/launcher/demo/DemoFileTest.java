package com.cactuswealth.launcher.demo;

import static org.assertj.core.api.Assertions.assertThat;

import com.cactuswealth.launcher.demo.DemoFile.SignIn;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DemoFileTest {

    private static final DemoFile NONE = new DemoFile("", List.of(), "", "");

    @TempDir
    private Path directory;

    @Test
    void whatIsWrittenIsRead() {
        var file = directory.resolve("demo.json");
        var written = new DemoFile(
                "http://localhost:8080",
                List.of(new SignIn("ADVISOR", "ana@cactus.example", "ana", "secret")),
                "http://127.0.0.1:8092",
                "an-id");

        written.write(file);

        assertThat(DemoFile.read(file)).isEqualTo(written);
    }

    @Test
    void aFileThatIsMissingOrDamagedSaysNothing() throws IOException {
        var file = directory.resolve("demo.json");
        assertThat(DemoFile.read(file)).isEqualTo(NONE);

        Files.writeString(file, "{\"url\": ");

        assertThat(DemoFile.read(file)).isEqualTo(NONE);
    }

    @Test
    void aFileOfAnEarlierVersionKnowsNoPartner() throws IOException {
        var file = directory.resolve("demo.json");
        Files.writeString(file, "{\"url\": \"http://localhost:8080\", \"users\": []}");

        assertThat(DemoFile.read(file)).isEqualTo(new DemoFile("http://localhost:8080", List.of(), "", ""));
    }
}
