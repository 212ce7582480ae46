package com.cactuswealth.servers;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.InetAddress;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RedisServerTest {

    @TempDir
    private Path directory;

    private RedisServer server;

    @AfterEach
    void stop() {
        if (server == null) {
            return;
        }
        server.close();
    }

    @Test
    void keepsItsDataWhenStoppedAndStartedAgain() throws IOException {
        server = persistent();
        send("SET kept 1");

        server.close();
        server = persistent();

        assertThat(send("GET kept")).endsWith("1");
    }

    @Test
    void keepsSyncedDataWhenKilledAndComesBackOnTheSamePort() throws IOException {
        server = persistent();
        send("SET kept 1");
        var port = server.port();

        server.kill();
        assertThat(server.isAlive()).isFalse();
        server.start();

        assertThat(server.port()).isEqualTo(port);
        assertThat(send("GET kept")).endsWith("1");
    }

    @Test
    void asksForThePassword() throws IOException {
        server = RedisServer.temporary();

        assertThat(send("wrong", "PING").getLast()).startsWith("-NOAUTH");
    }

    @Test
    void neverDropsKeysToMakeRoom() throws IOException {
        server = RedisServer.temporary();

        assertThat(send("CONFIG GET maxmemory-policy")).endsWith("noeviction");
    }

    @Test
    void aTemporaryServerLeavesNothingBehind() {
        server = RedisServer.temporary();
        var files = server.log().getParent();
        assertThat(files).exists();

        server.close();

        assertThat(files).doesNotExist();
    }

    private RedisServer persistent() {
        var started = RedisServer.persistent(directory, directory.resolve("log"), FreePort.any(), "secret");
        started.start();
        return started;
    }

    private List<String> send(String command) throws IOException {
        return send(URI.create(server.url()).getUserInfo().substring(1), command);
    }

    private List<String> send(String password, String command) throws IOException {
        try (var socket = new Socket(InetAddress.getLoopbackAddress(), server.port())) {
            var commands = "AUTH " + password + "\r\n" + command + "\r\nQUIT\r\n";
            socket.getOutputStream().write(commands.getBytes(StandardCharsets.US_ASCII));
            var answers = new BufferedReader(new InputStreamReader(socket.getInputStream(), StandardCharsets.US_ASCII));
            // The last line answers QUIT.
            var lines = answers.readAllLines();
            return lines.subList(0, lines.size() - 1);
        }
    }
}
