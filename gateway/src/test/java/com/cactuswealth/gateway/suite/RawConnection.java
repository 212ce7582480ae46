package com.cactuswealth.gateway.suite;

import java.io.Closeable;
import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.net.SocketException;
import java.net.SocketTimeoutException;
import java.net.URI;
import java.nio.charset.StandardCharsets;

/** A connection on which a test writes byte by byte what it wants. */
public final class RawConnection implements Closeable {

    private static final int LONGEST_WAIT_MILLIS = 20_000;

    private final Socket socket;

    private RawConnection(Socket socket) {
        this.socket = socket;
    }

    public static RawConnection to(URI gateway) throws IOException {
        var socket = new Socket(InetAddress.getLoopbackAddress(), gateway.getPort());
        socket.setSoTimeout(LONGEST_WAIT_MILLIS);
        return new RawConnection(socket);
    }

    /** Sends a request, with the line ends that HTTP has, and reads until the gateway closes the connection. */
    public static String exchange(URI gateway, String request) throws IOException {
        try (var connection = to(gateway)) {
            return connection.send(request.replace("\n", "\r\n")).rest();
        }
    }

    public RawConnection send(String bytes) throws IOException {
        socket.getOutputStream().write(bytes.getBytes(StandardCharsets.ISO_8859_1));
        return this;
    }

    /** What comes until the gateway closes the connection. */
    public String rest() throws IOException {
        return new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    }

    /** The first line of an answer. */
    public String statusLine() throws IOException {
        var line = new StringBuilder();
        int next;
        while ((next = socket.getInputStream().read()) >= 0 && next != '\r') {
            line.append((char) next);
        }
        return line.toString();
    }

    /** Whether the gateway has closed the connection; what it has answered is skipped. */
    public boolean isClosed() throws IOException {
        socket.setSoTimeout(1);
        try {
            int next;
            do {
                next = socket.getInputStream().read();
            } while (next >= 0);
            return true;
        } catch (SocketException reset) {
            return true;
        } catch (SocketTimeoutException open) {
            return false;
        } finally {
            socket.setSoTimeout(LONGEST_WAIT_MILLIS);
        }
    }

    @Override
    public void close() throws IOException {
        socket.close();
    }
}
