package com.cactuswealth.servers;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.InetAddress;
import java.net.NetworkInterface;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class MotoServerTest {

    private MotoServer server;

    @AfterEach
    void stop() {
        server.close();
    }

    @Test
    void keepsStateUntilItIsStartedAgain() throws Exception {
        server = MotoServer.temporary();
        ask("CreateTopic&Name=alerts");
        assertThat(ask("ListTopics")).contains("arn:aws:sns:us-east-1:123456789012:alerts");

        server.kill();
        server.start();

        assertThat(ask("ListTopics")).doesNotContain("alerts").contains("ListTopicsResponse");
    }

    @Test
    void listensOnTheLoopbackAddressOnly() throws IOException {
        server = MotoServer.temporary();

        var others = NetworkInterface.networkInterfaces()
                .flatMap(NetworkInterface::inetAddresses)
                .filter(address -> !address.isLoopbackAddress());

        assertThat(others).noneMatch(this::isReachableAt);
    }

    @Test
    void twoThatStartAtOnceAreTwoServers() {
        var other = CompletableFuture.supplyAsync(MotoServer::temporary);
        server = MotoServer.temporary();

        try (var second = other.join()) {
            assertThat(List.of(server, second)).allMatch(Server::isAlive);
            assertThat(second.port()).isNotEqualTo(server.port());
        }
    }

    @Test
    void leavesNothingBehind() {
        server = MotoServer.temporary();
        var files = server.log().getParent();
        assertThat(files).exists();

        server.close();

        assertThat(files).doesNotExist();
    }

    private boolean isReachableAt(InetAddress address) {
        try (var socket = new Socket(address, server.port())) {
            return socket.isConnected();
        } catch (IOException refused) {
            return false;
        }
    }

    private String ask(String action) throws IOException, InterruptedException {
        var request = HttpRequest.newBuilder(URI.create(server.url() + "/?Version=2010-03-31&Action=" + action))
                .header(
                        "Authorization",
                        "AWS4-HMAC-SHA256 Credential=test/20260101/us-east-1/sns/aws4_request, SignedHeaders=host, Signature=none")
                .build();
        try (var client = HttpClient.newHttpClient()) {
            return client.send(request, BodyHandlers.ofString()).body();
        }
    }
}
