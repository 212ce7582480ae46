package com.cactuswealth.launcher.demo;

import com.cactuswealth.launcher.LauncherFailure;
import com.sun.net.httpserver.HttpHandler;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.time.Duration;
import java.util.concurrent.Executors;
import java.util.concurrent.Semaphore;
import java.util.concurrent.atomic.AtomicLong;

/** Partner systems of different temper that receive the demo's webhooks. They check nothing and keep nothing. */
public final class DemoPartner implements AutoCloseable {

    static final String PROMPT = "/crm";
    static final String SLOW = "/planilla";
    static final String FLAKY = "/legacy";

    private static final Duration SLOWNESS = Duration.ofMillis(120);
    private static final int AT_ONCE = 64;
    private static final int WAITING = 256;
    private static final int MOST_BYTES = 256 * 1024;

    private final HttpServer server;
    private final Semaphore places = new Semaphore(AT_ONCE);
    private final AtomicLong flaky = new AtomicLong();

    private DemoPartner(HttpServer server) {
        this.server = server;
        server.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
        server.createContext("/", bounded(() -> 404));
        server.createContext(PROMPT, bounded(() -> 204));
        server.createContext(SLOW, bounded(() -> {
            Thread.sleep(SLOWNESS);
            return 204;
        }));
        server.createContext(FLAKY, bounded(() -> flaky.incrementAndGet() % 3 == 0 ? 500 : 204));
    }

    /** Answers on that port of this machine, and to nobody else, until it is closed. */
    public static DemoPartner listening(int port) {
        try {
            var address = new InetSocketAddress(InetAddress.getLoopbackAddress(), port);
            var partner = new DemoPartner(HttpServer.create(address, WAITING));
            partner.server.start();
            return partner;
        } catch (IOException e) {
            throw new LauncherFailure("the demo's partner cannot listen on port " + port + ": " + e.getMessage(), e);
        }
    }

    public String url() {
        return "http://127.0.0.1:" + server.getAddress().getPort();
    }

    @Override
    public void close() {
        server.stop(0);
    }

    /** Decides the status of an answer. */
    @FunctionalInterface
    private interface Temper {
        int answer() throws InterruptedException;
    }

    private HttpHandler bounded(Temper temper) {
        return exchange -> {
            try (exchange) {
                if (!places.tryAcquire()) {
                    exchange.sendResponseHeaders(503, -1);
                    return;
                }
                try {
                    exchange.getRequestBody().skip(MOST_BYTES);
                    exchange.sendResponseHeaders(temper.answer(), -1);
                } finally {
                    places.release();
                }
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        };
    }
}
