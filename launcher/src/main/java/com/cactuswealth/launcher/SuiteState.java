package com.cactuswealth.launcher;

import com.cactuswealth.servers.Server;
import com.fasterxml.jackson.core.JacksonException;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.Collectors;

/** What runs, written to a file so that another terminal can ask, follow and stop it. */
public record SuiteState(Running launcher, String url, String packaging, List<Part> parts) {

    private static final Duration GOODBYE = Duration.ofSeconds(20);
    private static final JsonMapper JSON = new JsonMapper();

    /** A process, told from a later one with the same id by when it began. */
    public record Running(long pid, long startedAt) {

        private static final Duration CLOCK_STEP = Duration.ofSeconds(2);

        static Running of(long pid) {
            var started = ProcessHandle.of(pid)
                    .flatMap(handle -> handle.info().startInstant())
                    .orElse(Instant.EPOCH);
            return new Running(pid, started.toEpochMilli());
        }

        /** The process, while it lives. */
        public Optional<ProcessHandle> handle() {
            return ProcessHandle.of(pid)
                    .filter(ProcessHandle::isAlive)
                    .filter(handle -> handle.info()
                            .startInstant()
                            .filter(start -> Math.abs(start.toEpochMilli() - startedAt) < CLOCK_STEP.toMillis())
                            .isPresent());
        }
    }

    /** A server or service of the suite. */
    public record Part(String name, int port, Running process, String log) {

        static Part of(Server server) {
            return new Part(
                    server.name(),
                    server.port(),
                    Running.of(server.pid()),
                    server.log().toString());
        }
    }

    /** Of the suite in that directory, when one was started there and has not said goodbye. */
    public static Optional<SuiteState> read(Path home) {
        try {
            return Optional.of(JSON.readValue(Files.readString(file(home)), SuiteState.class));
        } catch (NoSuchFileException | JacksonException e) {
            return Optional.empty();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Of the suite that runs in that directory. */
    public static SuiteState running(Path home) {
        return read(home)
                .filter(SuiteState::runs)
                .orElseThrow(() -> new LauncherFailure("nothing runs; ./cactus up starts it"));
    }

    public boolean runs() {
        return launcher.handle().isPresent();
    }

    void write(Path home) {
        PrivateFiles.write(
                file(home), writer -> JSON.writerWithDefaultPrettyPrinter().writeValue(writer, this));
    }

    static void forget(Path home) {
        try {
            Files.deleteIfExists(file(home));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Ends what a launcher that was killed left running; services first, their stores last. */
    public void endLeftovers() {
        var byKind = parts.stream()
                .collect(Collectors.partitioningBy(
                        part -> Service.modules().contains(part.name()),
                        Collectors.flatMapping(part -> part.process().handle().stream(), Collectors.toList())));
        end(byKind.get(true));
        end(byKind.get(false));
    }

    private static void end(List<ProcessHandle> processes) {
        processes.forEach(ProcessHandle::destroy);
        var deadline = System.nanoTime() + GOODBYE.toNanos();
        while (processes.stream().anyMatch(ProcessHandle::isAlive) && System.nanoTime() < deadline) {
            LockSupport.parkNanos(Duration.ofMillis(50).toNanos());
        }
        processes.forEach(ProcessHandle::destroyForcibly);
    }

    private static Path file(Path home) {
        return home.resolve("state.json");
    }
}
