package com.cactuswealth.launcher.command;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LogFollowerTest {

    @TempDir
    private Path directory;

    @Test
    void beginsWithTheLastLinesAndGoesOnWithWhatComes() throws IOException {
        var log = Files.writeString(directory.resolve("a.log"), "one\ntwo\nthree\nunfin");
        var follower = new LogFollower(log, 2);

        assertThat(follower.next()).containsExactly("two", "three");

        Files.writeString(log, "ished\n", StandardOpenOption.APPEND);
        assertThat(follower.next()).containsExactly("unfinished");
        assertThat(follower.next()).isEmpty();
    }

    @Test
    void beginsAgainWhenTheLogWasEmptied() throws IOException {
        var log = Files.writeString(directory.resolve("a.log"), "one\ntwo\n");
        var follower = new LogFollower(log, 5);
        follower.next();

        Files.writeString(log, "new\n");

        assertThat(follower.next()).containsExactly("new");
    }
}
