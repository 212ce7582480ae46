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

/** An open WebSocket that collects the notifications it is shown. */
final class LiveInbox implements WebSocket.Listener, AutoCloseable {

    private static final ObjectMapper JSON = new ObjectMapper();

    private final Queue<JsonNode> notifications = new ConcurrentLinkedQueue<>();
    private final StringBuilder partial = new StringBuilder();
    private final WebSocket socket;

    private LiveInbox(URI url, String token) {
        var endpoint = URI.create(url.toString().replaceFirst("^http", "ws") + "/ws/notifications");
        socket = HttpClient.newHttpClient()
                .newWebSocketBuilder()
                .subprotocols("bearer", token.isEmpty() ? new String[0] : new String[] {token})
                .buildAsync(endpoint, this)
                .join();
    }

    static LiveInbox of(Person person) {
        return with(person.url(), person.accessToken());
    }

    static LiveInbox with(URI url, String token) {
        return new LiveInbox(url, token);
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
