package com.cactuswealth.systemtests;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.WebSocket;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.function.UnaryOperator;

/** An open WebSocket that collects the notifications it is shown. */
final class LiveInbox implements WebSocket.Listener, AutoCloseable {

    private static final ObjectMapper JSON = new ObjectMapper();

    private final Queue<JsonNode> notifications = new ConcurrentLinkedQueue<>();
    private final StringBuilder partial = new StringBuilder();
    private final WebSocket socket;

    private LiveInbox(URI url, UnaryOperator<WebSocket.Builder> credentials) {
        var endpoint = URI.create(url.toString().replaceFirst("^http", "ws") + "/ws/notifications");
        var builder = HttpClient.newHttpClient().newWebSocketBuilder();
        socket = credentials.apply(builder).buildAsync(endpoint, this).join();
    }

    static LiveInbox of(Person person) {
        return with(person.url(), person.accessToken());
    }

    static LiveInbox with(URI url, String token) {
        return new LiveInbox(
                url, builder -> builder.subprotocols("bearer", token.isEmpty() ? new String[0] : new String[] {token}));
    }

    /** At one instance of notification-service, past the gateway. */
    static LiveInbox at(int port, Person person) {
        return new LiveInbox(
                URI.create("http://127.0.0.1:" + port),
                builder -> builder.header("Authorization", "Bearer " + person.accessToken()));
    }

    String subprotocol() {
        return socket.getSubprotocol();
    }

    List<String> texts() {
        return notifications.stream()
                .map(notification -> notification.path("text").asText())
                .toList();
    }

    @Override
    public CompletionStage<?> onText(WebSocket webSocket, CharSequence data, boolean last) {
        partial.append(data);
        if (last) {
            try {
                var message = JSON.readTree(partial.toString());
                if (message.path("type").asText().equals("notification")) {
                    notifications.add(message.path("notification"));
                }
            } catch (JsonProcessingException malformed) {
                throw new IllegalStateException(malformed);
            }
            partial.setLength(0);
        }
        webSocket.request(1);
        return null;
    }

    @Override
    public void close() {
        socket.abort();
    }
}
