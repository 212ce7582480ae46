package com.cactuswealth.notifications.live;

import com.cactuswealth.notifications.inbox.Inbox;
import com.cactuswealth.notifications.inbox.Inbox.Missed;
import com.cactuswealth.notifications.inbox.Language;
import com.cactuswealth.platform.access.Viewer;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.netty.handler.codec.http.QueryStringDecoder;
import io.netty.handler.codec.http.websocketx.CorruptedWebSocketFrameException;
import io.quarkus.security.Authenticated;
import io.quarkus.websockets.next.OnClose;
import io.quarkus.websockets.next.OnError;
import io.quarkus.websockets.next.OnOpen;
import io.quarkus.websockets.next.OnPongMessage;
import io.quarkus.websockets.next.OnTextMessage;
import io.quarkus.websockets.next.UserData.TypedKey;
import io.quarkus.websockets.next.WebSocket;
import io.quarkus.websockets.next.WebSocketConnection;
import io.smallrye.common.annotation.RunOnVirtualThread;
import io.vertx.core.buffer.Buffer;
import java.io.UncheckedIOException;
import java.time.Clock;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.jboss.logging.Logger;

/**
 * Shows a user their notifications as they happen, in every tab. {@code after} names the last one the client has, which
 * brings those it missed first; {@code language} overrides {@code Accept-Language}, which a browser cannot set here. Who
 * is connected also gets hints of clients that changed ({@link Changes}). The access token is checked on the upgrade; when it expires the connection ends with
 * 1008 and the client comes back with a new one.
 */
@WebSocket(path = "/ws/notifications")
@Authenticated
class NotificationSocket {

    private static final Logger LOG = Logger.getLogger(NotificationSocket.class);
    private static final TypedKey<Listener> LISTENER = new TypedKey<>("listener");

    private final Listeners listeners;
    private final Inbox inbox;
    private final Viewer viewer;
    private final ObjectMapper mapper;
    private final LiveConfig config;
    private final Clock clock;

    NotificationSocket(
            Listeners listeners, Inbox inbox, Viewer viewer, ObjectMapper mapper, LiveConfig config, Clock clock) {
        this.listeners = listeners;
        this.inbox = inbox;
        this.viewer = viewer;
        this.mapper = mapper;
        this.config = config;
        this.clock = clock;
    }

    @OnOpen
    @RunOnVirtualThread
    void open(WebSocketConnection connection) {
        var language = Language.of(parameter(connection, "language")
                .orElseGet(() -> connection.handshakeRequest().header("Accept-Language")));
        var listener = new Listener(
                connection, viewer.id(), viewer.scope(), language, this::json, config.queue(), clock.instant());
        connection.userData().put(LISTENER, listener);
        if (listeners.add(listener)) {
            listener.resume(missed(connection, listener.user(), language));
        } else {
            listener.close(Listener.TOO_MANY);
        }
        if (connection.isClosed()) {
            listeners.remove(listener);
        }
    }

    private Missed missed(WebSocketConnection connection, UUID user, Language language) {
        return parameter(connection, "after")
                .map(last -> inbox.since(user, id(last), config.replay(), language))
                .orElseGet(() -> inbox.fromNowOn(user));
    }

    private static Optional<String> parameter(WebSocketConnection connection, String name) {
        var query = Objects.requireNonNullElse(connection.handshakeRequest().query(), "");
        return new QueryStringDecoder(query, false)
                .parameters().getOrDefault(name, List.of()).stream().findFirst();
    }

    /** What is no id is the id of nothing we know. */
    private static UUID id(String text) {
        try {
            return UUID.fromString(text);
        } catch (IllegalArgumentException malformed) {
            return new UUID(0, 0);
        }
    }

    @OnTextMessage
    void received(String message, WebSocketConnection connection) {
        var listener = connection.userData().get(LISTENER);
        listener.heard(clock.instant());
        listener.send(isPing(message) ? new LiveMessage.Pong() : new LiveMessage.Refused("Only {\"type\":\"ping\"}"));
    }

    private boolean isPing(String message) {
        try {
            return mapper.readTree(message).path("type").asText().equals("ping");
        } catch (JsonProcessingException malformed) {
            return false;
        }
    }

    @OnPongMessage
    void alive(Buffer pong, WebSocketConnection connection) {
        var listener = connection.userData().get(LISTENER);
        if (listener != null) {
            listener.heard(clock.instant());
        }
    }

    /** Too large a message, or not WebSocket at all: the protocol's own answer ends the connection. */
    @OnError
    void garbled(CorruptedWebSocketFrameException garbage, WebSocketConnection connection) {
        LOG.debugf("Connection %s ends: %s", connection.id(), garbage);
    }

    @OnClose
    void close(WebSocketConnection connection) {
        var listener = connection.userData().get(LISTENER);
        if (listener != null) {
            listeners.remove(listener);
        }
    }

    private String json(LiveMessage message) {
        try {
            return mapper.writeValueAsString(message);
        } catch (JsonProcessingException impossible) {
            throw new UncheckedIOException(impossible);
        }
    }
}
