package com.cactuswealth.webhooks;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.ArrayList;
import java.util.List;

/** A server that accepts every connection and never answers. */
public final class HangingServer implements AutoCloseable {

    private final ServerSocket server;
    private final List<Socket> accepted = new ArrayList<>();

    public HangingServer() {
        try {
            server = new ServerSocket(0, 4096, InetAddress.getLoopbackAddress());
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
        Thread.ofVirtual().name("hanging-server").start(this::accept);
    }

    public String origin() {
        return "http://127.0.0.1:" + server.getLocalPort();
    }

    /** How many connections there have been. */
    public synchronized int connections() {
        return accepted.size();
    }

    private void accept() {
        try {
            while (true) {
                var socket = server.accept();
                synchronized (this) {
                    accepted.add(socket);
                }
            }
        } catch (IOException closed) {
            // the test is over
        }
    }

    @Override
    public synchronized void close() {
        try {
            server.close();
            for (var socket : accepted) {
                socket.close();
            }
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }
}
