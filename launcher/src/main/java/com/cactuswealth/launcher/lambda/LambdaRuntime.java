package com.cactuswealth.launcher.lambda;

import com.cactuswealth.launcher.LauncherFailure;
import com.cactuswealth.servers.ChildProcess;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.Executors;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;

/**
 * Runs a function's process as AWS does: it asks a small HTTP server for events and posts its answers there (AWS Lambda
 * runtime API, version 2018-06-01).
 */
public final class LambdaRuntime implements FunctionHost {

    private static final String API = "/2018-06-01/runtime/";
    private static final Duration PATIENCE = Duration.ofMinutes(2);

    private final BlockingQueue<Event> events = new LinkedBlockingQueue<>();
    private final BlockingQueue<Answer> answers = new LinkedBlockingQueue<>();
    private final HttpServer server;
    private final ChildProcess process;
    private final String functionArn;

    private record Event(String requestId, String body, Duration time) {}

    private LambdaRuntime(List<String> command, Map<String, String> environment, String functionArn, Path log)
            throws IOException {
        this.functionArn = functionArn;
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
        server.createContext(API, this::serve);
        server.start();
        var all = new HashMap<>(environment);
        all.put("AWS_LAMBDA_RUNTIME_API", "127.0.0.1:" + server.getAddress().getPort());
        process = ChildProcess.start(command, all, log.toAbsolutePath().getParent(), log);
    }

    /** Starts the process with the environment that the function has, besides ours. */
    public static LambdaRuntime start(
            List<String> command, Map<String, String> environment, String functionArn, Path log) {
        try {
            return new LambdaRuntime(command, environment, functionArn, log);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public long pid() {
        return process.pid();
    }

    @Override
    public Answer invoke(String event) {
        return invoke(UUID.randomUUID().toString(), event, PATIENCE);
    }

    /**
     * Hands it an event, and waits for the answer.
     *
     * @param requestId the same again where AWS would try again
     * @param time until when AWS would end it
     */
    public Answer invoke(String requestId, String event, Duration time) {
        events.add(new Event(requestId, event, time));
        try {
            var deadline = System.nanoTime() + PATIENCE.toNanos();
            while (System.nanoTime() < deadline && process.isAlive()) {
                var answer = answers.poll(200, TimeUnit.MILLISECONDS);
                if (answer != null) {
                    return answer;
                }
            }
            throw new LauncherFailure(
                    "the function gives no answer: " + process.lastTrouble() + " (log: " + process.log() + ")");
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new LauncherFailure("interrupted", e);
        }
    }

    @Override
    public void close() {
        process.kill();
        server.stop(0);
    }

    private void serve(HttpExchange exchange) throws IOException {
        try (exchange) {
            var path = exchange.getRequestURI().getPath();
            if (path.endsWith("/next")) {
                hand(exchange, events.take());
            } else {
                var body = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
                answers.add(new Answer(path.endsWith("/error"), body));
                exchange.sendResponseHeaders(202, -1);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void hand(HttpExchange exchange, Event event) throws IOException {
        var deadline = Instant.now().plus(event.time()).toEpochMilli();
        var headers = exchange.getResponseHeaders();
        headers.set("Lambda-Runtime-Aws-Request-Id", event.requestId());
        headers.set("Lambda-Runtime-Deadline-Ms", Long.toString(deadline));
        headers.set("Lambda-Runtime-Invoked-Function-Arn", functionArn);
        headers.set("Content-Type", "application/json");
        var body = event.body().getBytes(StandardCharsets.UTF_8);
        exchange.sendResponseHeaders(200, body.length);
        exchange.getResponseBody().write(body);
    }
}
