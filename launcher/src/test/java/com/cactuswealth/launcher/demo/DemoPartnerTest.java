package com.cactuswealth.launcher.demo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.cactuswealth.launcher.LauncherFailure;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class DemoPartnerTest {

    @Test
    void itsSystemsDifferInTemper() throws Exception {
        try (var client = HttpClient.newHttpClient();
                var partner = DemoPartner.listening(0)) {
            assertThat(post(client, partner, "/crm")).isEqualTo(204);
            assertThat(post(client, partner, "/crm/altas")).isEqualTo(204);

            var began = System.nanoTime();
            assertThat(post(client, partner, "/planilla")).isEqualTo(204);
            assertThat(System.nanoTime() - began).isGreaterThanOrEqualTo(120_000_000);

            var answers = new ArrayList<Integer>();
            for (var i = 0; i < 6; i++) {
                answers.add(post(client, partner, "/legacy"));
            }
            assertThat(answers).isEqualTo(List.of(204, 204, 500, 204, 204, 500));

            assertThat(post(client, partner, "/")).isEqualTo(404);
        }
    }

    @Test
    void aTakenPortIsNamed() throws IOException {
        try (var other = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            assertThatThrownBy(() -> DemoPartner.listening(other.getLocalPort()))
                    .isInstanceOf(LauncherFailure.class)
                    .hasMessageStartingWith("the demo's partner cannot listen on port " + other.getLocalPort());
        }
    }

    private static int post(HttpClient client, DemoPartner partner, String path)
            throws IOException, InterruptedException {
        var request = HttpRequest.newBuilder(URI.create(partner.url() + path))
                .POST(BodyPublishers.ofString("{\"type\":\"client.created\"}"))
                .build();
        return client.send(request, BodyHandlers.discarding()).statusCode();
    }
}
