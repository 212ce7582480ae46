package com.cactuswealth.launcher.footprint;

import com.cactuswealth.launcher.LauncherFailure;
import com.cactuswealth.launcher.Project;
import com.cactuswealth.servers.ChildProcess;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.Executors;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;

/**
 * Runs the Lambda's executable as AWS does: it asks a small HTTP server for events and posts its answers there
 * (AWS Lambda runtime API, version 2018-06-01).
 */
final class LambdaRuntime implements AutoCloseable {

    private static final String INVOCATIONS = "/2018-06-01/runtime/invocation/";
    private static final int PATIENCE_SECONDS = 30;

    private final BlockingQueue<String> events = new LinkedBlockingQueue<>();
    private final BlockingQueue<String> answers = new LinkedBlockingQueue<>();
    private final HttpServer server;
    private final ChildProcess process;
    private final String event;

    LambdaRuntime(Project project, Path log) throws IOException {
        event = Files.readString(project.module(Project.LAMBDA).resolve("events/budget-alert.json"));
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
        server.createContext(INVOCATIONS, this::serve);
        server.start();
        var executable = project.executable(Project.LAMBDA);
        var address = "127.0.0.1:" + server.getAddress().getPort();
        process = ChildProcess.start(
                List.of(executable.toString()), Map.of("AWS_LAMBDA_RUNTIME_API", address), executable.getParent(), log);
    }

    long pid() {
        return process.pid();
    }

    /** Hands it the alert of a budget and waits for the answer. */
    void invoke() {
        events.add(event);
        try {
            var answer = answers.poll(PATIENCE_SECONDS, TimeUnit.SECONDS);
            if (answer == null || !answer.contains("\"understood\":true")) {
                throw new LauncherFailure("the Lambda did not understand the alert: " + answer + ", "
                        + process.lastTrouble() + " (log: " + process.log() + ")");
            }
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
            if (exchange.getRequestURI().getPath().endsWith("/next")) {
                var next = events.take().getBytes(StandardCharsets.UTF_8);
                exchange.getResponseHeaders().set("Lambda-Runtime-Aws-Request-Id", "footprint");
                exchange.getResponseHeaders().set("Content-Type", "application/json");
                exchange.sendResponseHeaders(200, next.length);
                exchange.getResponseBody().write(next);
            } else {
                answers.add(new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8));
                exchange.sendResponseHeaders(202, -1);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
