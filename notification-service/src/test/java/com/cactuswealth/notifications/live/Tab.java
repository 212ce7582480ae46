package com.cactuswealth.notifications.live;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.WebSocket;
import java.net.http.WebSocketHandshakeException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;

/** A browser tab: an open socket and what it has received, hints of changes apart from the rest. */
final class Tab implements AutoCloseable {

    private static final ObjectMapper MAPPER = new ObjectMapper();
    private static final HttpClient HTTP = HttpClient.newHttpClient();
    private static final Duration PATIENCE = Duration.ofSeconds(10);

    private final BlockingQueue<JsonNode> received = new LinkedBlockingQueue<>();
    private final BlockingQueue<JsonNode> hints = new LinkedBlockingQueue<>();
    private final CompletableFuture<Integer> closed = new CompletableFuture<>();
    private final WebSocket socket;

    private Tab(String url, String token, String language, String subprotocol, boolean reading) {
        var builder = HTTP.newWebSocketBuilder().header("Accept-Language", language);
        if (token != null) {
            builder.header("Authorization", "Bearer " + token);
        }
        if (subprotocol != null) {
            builder.subprotocols(subprotocol);
        }
        var address = URI.create(url.replaceFirst("^http", "ws"));
        socket = builder.buildAsync(address, new Receiver(reading)).join();
    }

    static Tab open(String url, String token) {
        return new Tab(url, token, "es-AR", null, true);
    }

    static Tab openInEnglish(String url, String token) {
        return new Tab(url, token, "en", null, true);
    }

    static Tab openWithSubprotocol(String url, String token, String subprotocol) {
        return new Tab(url, token, "es-AR", subprotocol, true);
    }

    /** Takes nothing from the network, not even a ping. */
    static Tab openWithoutReading(String url, String token) {
        return new Tab(url, token, "es-AR", null, false);
    }

    /** Takes from the network from now on what {@link #openWithoutReading} left there. */
    void read() {
        socket.request(Long.MAX_VALUE);
    }

    /** The status with which the server refuses to open. */
    static int refusal(String url, String token) {
        try (var tab = open(url, token)) {
            throw new AssertionError("It opened, with subprotocol " + tab.subprotocol());
        } catch (CompletionException refused) {
            if (refused.getCause() instanceof WebSocketHandshakeException handshake) {
                return handshake.getResponse().statusCode();
            }
            throw refused;
        }
    }

    String subprotocol() {
        return socket.getSubprotocol();
    }

    void send(String text) {
        socket.sendText(text, true).join();
    }

    /** The next message, or an error when none comes. */
    JsonNode next() throws InterruptedException {
        var message = received.poll(PATIENCE.toMillis(), TimeUnit.MILLISECONDS);
        if (message == null) {
            throw new AssertionError("Nothing came");
        }
        return message;
    }

    /** The text of the next message, which must be a notification. */
    String nextText() throws InterruptedException {
        return next().path("notification").path("text").asText();
    }

    /** The next hint of a change; {@link #next} leaves them out. */
    JsonNode nextHint() throws InterruptedException {
        var hint = hints.poll(PATIENCE.toMillis(), TimeUnit.MILLISECONDS);
        if (hint == null) {
            throw new AssertionError("No hint came");
        }
        return hint;
    }

    boolean hasNoHintFor(Duration time) throws InterruptedException {
        return hints.poll(time.toMillis(), TimeUnit.MILLISECONDS) == null;
    }

    /** The texts of all notifications that came and were not asked for yet. */
    List<String> textsSoFar() {
        var messages = new ArrayList<JsonNode>();
        received.drainTo(messages);
        return messages.stream()
                .filter(message -> message.has("notification"))
                .map(message -> message.path("notification").path("text").asText())
                .toList();
    }

    boolean isSilentFor(Duration time) throws InterruptedException {
        return received.poll(time.toMillis(), TimeUnit.MILLISECONDS) == null;
    }

    int closeCode() {
        return closed.orTimeout(PATIENCE.toMillis(), TimeUnit.MILLISECONDS).join();
    }

    boolean isOpen() {
        return !closed.isDone();
    }

    /** Ends without a farewell, as a laptop does that is shut. */
    void vanish() {
        socket.abort();
    }

    @Override
    public void close() {
        vanish();
    }

    private final class Receiver implements WebSocket.Listener {

        private final boolean reading;
        private final StringBuilder text = new StringBuilder();

        Receiver(boolean reading) {
            this.reading = reading;
        }

        @Override
        public void onOpen(WebSocket opened) {
            if (reading) {
                opened.request(Long.MAX_VALUE);
            }
        }

        @Override
        public CompletionStage<?> onText(WebSocket from, CharSequence data, boolean last) {
            text.append(data);
            if (last) {
                var message = json(text.toString());
                var isHint = message.path("type").asText().startsWith("changed");
                (isHint ? hints : received).add(message);
                text.setLength(0);
            }
            return null;
        }

        @Override
        public CompletionStage<?> onClose(WebSocket from, int code, String reason) {
            closed.complete(code);
            return null;
        }

        @Override
        public void onError(WebSocket from, Throwable failure) {
            closed.completeExceptionally(failure);
        }
    }

    private static JsonNode json(String text) {
        try {
            return MAPPER.readTree(text);
        } catch (JsonProcessingException malformed) {
            throw new AssertionError(text, malformed);
        }
    }
}
