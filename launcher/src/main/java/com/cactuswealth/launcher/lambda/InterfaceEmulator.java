package com.cactuswealth.launcher.lambda;

import com.cactuswealth.launcher.LauncherFailure;
import com.cactuswealth.servers.ChildProcess;
import com.cactuswealth.servers.FreePort;
import com.cactuswealth.servers.GoProgram;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * AWS' own emulator of Lambda around a function's process. As on AWS, the process starts with the first invocation: that
 * one is cold.
 */
public final class InterfaceEmulator implements FunctionHost {

    private static final String PROGRAM = "github.com/aws/aws-lambda-runtime-interface-emulator/cmd/aws-lambda-rie";
    private static final String VERSION = "v0.0.0-20261030222936-bef5c4ba774d";
    private static final Duration PATIENCE = Duration.ofMinutes(1);

    private final HttpClient client =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
    private final URI invocations;
    private final ChildProcess process;

    private InterfaceEmulator(URI invocations, ChildProcess process) {
        this.invocations = invocations;
        this.process = process;
    }

    /** Starts the emulator, with the environment that the function has besides ours. */
    public static InterfaceEmulator start(List<String> command, Map<String, String> environment, Path log) {
        var emulator = GoProgram.installed(PROGRAM, VERSION);
        var port = FreePort.any();
        var address = "127.0.0.1:" + port;
        var all = new HashMap<>(environment);
        all.put("AWS_LAMBDA_FUNCTION_TIMEOUT", Long.toString(PATIENCE.toSeconds()));
        var process = ChildProcess.start(
                List.of(
                        emulator.toString(),
                        "--log-level",
                        "error",
                        "--runtime-interface-emulator-address",
                        address,
                        "--runtime-api-address",
                        "127.0.0.1:" + FreePort.any(),
                        bootstrap(command, log).toString()),
                all,
                log.toAbsolutePath().getParent(),
                log);
        while (!FreePort.isTaken(port)) {
            if (process.await(Duration.ofMillis(10))) {
                throw new LauncherFailure("the emulator does not start: " + process.lastTrouble());
            }
        }
        return new InterfaceEmulator(
                URI.create("http://" + address + "/2015-03-31/functions/function/invocations"), process);
    }

    @Override
    public Answer invoke(String event) {
        var request = HttpRequest.newBuilder(invocations)
                .timeout(PATIENCE)
                .POST(BodyPublishers.ofString(event))
                .build();
        try {
            var answer = client.send(request, BodyHandlers.ofString()).body();
            return new Answer(answer.contains("\"errorType\""), answer);
        } catch (IOException e) {
            throw new LauncherFailure("the function gives no answer: " + process.lastTrouble(), e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new LauncherFailure("interrupted", e);
        }
    }

    /** There is none before the first invocation. */
    @Override
    public long pid() {
        return ProcessHandle.of(process.pid()).stream()
                .flatMap(ProcessHandle::children)
                .findFirst()
                .orElseThrow(() -> new LauncherFailure("the function does not run"))
                .pid();
    }

    @Override
    public void close() {
        ProcessHandle.of(process.pid()).stream()
                .flatMap(ProcessHandle::children)
                .forEach(ProcessHandle::destroyForcibly);
        process.kill();
        client.close();
    }

    /** What Lambda runs is a file without arguments; the emulator would take them for its own. */
    private static Path bootstrap(List<String> command, Path log) {
        if (command.size() == 1) {
            return Path.of(command.getFirst());
        }
        var words = command.stream().map(word -> "'" + word + "'").collect(Collectors.joining(" "));
        try {
            var file = Files.writeString(log.resolveSibling("bootstrap"), "#!/bin/sh\nexec " + words + "\n");
            return Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rwx------"));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
