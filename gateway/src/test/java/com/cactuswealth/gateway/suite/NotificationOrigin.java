package com.cactuswealth.gateway.suite;

import io.vertx.core.Vertx;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.http.ServerWebSocket;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

/** notification-service: greets at once, echoes, and closes with a code of its own when asked to. */
public class NotificationOrigin extends Origin {

    public static final int OWN_CODE = 4001;

    private final List<Short> closes = new CopyOnWriteArrayList<>();

    NotificationOrigin(Vertx vertx) {
        super(vertx);
    }

    /** The codes with which clients closed. */
    public List<Short> closes() {
        return closes;
    }

    @Override
    void answer(HttpServerRequest request) {
        if (!request.headers().contains("Upgrade")) {
            super.answer(request);
        } else if (!request.path().equals("/ws/notifications")) {
            request.response().setStatusCode(404).end();
        } else if (request.getHeader("Authorization").endsWith(" refused")) {
            request.response()
                    .setStatusCode(401)
                    .putHeader("Content-Type", "application/problem+json")
                    .end("{\"type\":\"https://cactuswealth.com/problems/unauthenticated\",\"status\":401}");
        } else if (request.getHeader("Authorization").endsWith("refused-at-length")) {
            request.response().setStatusCode(403).end("x".repeat(1 << 20));
        } else {
            request.toWebSocket().onSuccess(this::open);
        }
    }

    private void open(ServerWebSocket socket) {
        socket.closeHandler(closed -> closes.add(socket.closeStatusCode()));
        socket.writeTextMessage("hello");
        socket.textMessageHandler(text -> {
            if (text.equals("close")) {
                socket.close((short) OWN_CODE, "enough");
            } else {
                socket.writeTextMessage(text);
            }
        });
        socket.binaryMessageHandler(socket::writeBinaryMessage);
    }
}
