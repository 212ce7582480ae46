package com.cactuswealth.systemtests;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.WebSocket;
import java.util.List;
import java.util.Queue;
import java.util.UUID;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.function.UnaryOperator;

/** An open WebSocket that collects the notifications and the hints it is shown. */
final class LiveInbox implements WebSocket.Listener, AutoCloseable {

    private static final ObjectMapper JSON = new ObjectMapper();

    private final Queue<JsonNode> notifications = new ConcurrentLinkedQueue<>();
    private final Queue<JsonNode> changes = new ConcurrentLinkedQueue<>();
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

    /** The hints that a client changed, by the type of event. */
    List<String> changesOf(UUID client) {
        return changes.stream()
                .filter(change -> change.path("subject").asText().equals(client.toString()))
                .map(change -> change.path("event").asText())
                .toList();
    }

    @Override
    public CompletionStage<?> onText(WebSocket webSocket, CharSequence data, boolean last) {
        partial.append(data);
        if (last) {
            try {
                var message = JSON.readTree(partial.toString());
                switch (message.path("type").asText()) {
                    case "notification" -> notifications.add(message.path("notification"));
                    case "changed" -> changes.add(message);
                    default -> {}
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
