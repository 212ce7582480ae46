package com.cactuswealth.servers;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * A program that we start, watch and end. It runs in a session of its own, so that Ctrl-C in the terminal
 * reaches only us and we can end things in order, and it writes to a log whose end explains its death.
 */
public final class ChildProcess {

    private static final Pattern DISK_FULL = Pattern.compile("No space left on device");
    private static final Pattern TROUBLE =
            Pattern.compile("\\b(ERROR|FATAL|PANIC)\\b|Exception\\b|Caused by|Error occurred during");
    private static final Pattern ANYTHING = Pattern.compile("");
    private static final int LOG_END = 16 * 1024;

    private final Process process;
    private final Path log;
    private final long ownLogStart;

    private ChildProcess(Process process, Path log, long ownLogStart) {
        this.process = process;
        this.log = log;
        this.ownLogStart = ownLogStart;
    }

    /** Starts the command in the directory, adding the environment to ours and the output to the log. */
    public static ChildProcess start(List<String> command, Map<String, String> environment, Path directory, Path log) {
        try {
            Files.createDirectories(log.toAbsolutePath().getParent());
            var logged = Files.exists(log) ? Files.size(log) : 0;
            var builder = new ProcessBuilder(inItsOwnSession(command))
                    .directory(directory.toFile())
                    .redirectErrorStream(true)
                    .redirectOutput(ProcessBuilder.Redirect.appendTo(log.toFile()));
            builder.environment().putAll(environment);
            var process = builder.start();
            process.getOutputStream().close();
            return new ChildProcess(process, log, logged);
        } catch (IOException e) {
            throw new UncheckedIOException("cannot start " + command.getFirst() + ": " + e.getMessage(), e);
        }
    }

    public long pid() {
        return process.pid();
    }

    public boolean isAlive() {
        return process.isAlive();
    }

    public CompletableFuture<Integer> exit() {
        return process.onExit().thenApply(Process::exitValue);
    }

    public Path log() {
        return log;
    }

    /** Waits for the end; false when it still runs after that time. */
    public boolean await(Duration patience) {
        try {
            return process.waitFor(patience.toMillis(), TimeUnit.MILLISECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return !process.isAlive();
        }
    }

    /** Asks it to end (SIGTERM), then makes it (SIGKILL). */
    public void terminate(Duration patience) {
        process.destroy();
        if (!await(patience)) {
            kill();
        }
    }

    /** Ends it as a crash would: SIGKILL, no goodbye. */
    public void kill() {
        process.destroyForcibly();
        await(Duration.ofSeconds(10));
    }

    /** The line of the log that most probably says why it ended. */
    public String lastTrouble() {
        var lines = lastLines();
        return Stream.of(DISK_FULL, TROUBLE, ANYTHING)
                .flatMap(pattern ->
                        lines.reversed().stream()
                                .filter(line -> pattern.matcher(line).find())
                                .findFirst()
                                .stream())
                .findFirst()
                .orElse("it wrote nothing")
                .strip();
    }

    boolean hasSaid(String text) {
        return lastLines().stream().anyMatch(line -> line.contains(text));
    }

    private List<String> lastLines() {
        try (var file = new RandomAccessFile(log.toFile(), "r")) {
            // What an earlier process wrote is not this one's trouble; a log rotated since then is all ours.
            var own = ownLogStart > file.length() ? 0 : ownLogStart;
            file.seek(Math.max(own, file.length() - LOG_END));
            var end = new byte[(int) (file.length() - file.getFilePointer())];
            file.readFully(end);
            return new String(end, StandardCharsets.UTF_8)
                    .lines()
                    .filter(line -> !line.isBlank())
                    .toList();
        } catch (IOException e) {
            return List.of();
        }
    }

    private static List<String> inItsOwnSession(List<String> command) {
        var mac = System.getProperty("os.name").toLowerCase(Locale.ROOT).contains("mac");
        var session = new ArrayList<String>();
        if (mac) {
            session.addAll(List.of("perl", "-MPOSIX", "-e", "POSIX::setsid(); exec @ARGV", "--"));
        } else if (Programs.onPath("setsid").isPresent()) {
            session.add("setsid");
        }
        session.addAll(command);
        return session;
    }
}
