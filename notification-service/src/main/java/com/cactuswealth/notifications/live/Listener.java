package com.cactuswealth.notifications.live;

import com.cactuswealth.notifications.inbox.Inbox.Missed;
import com.cactuswealth.notifications.inbox.Language;
import com.cactuswealth.notifications.inbox.SentNotification;
import com.cactuswealth.notifications.live.LiveMessage.Changed;
import com.cactuswealth.notifications.live.LiveMessage.ChangedIncomplete;
import com.cactuswealth.notifications.live.LiveMessage.Notified;
import com.cactuswealth.notifications.live.LiveMessage.Ready;
import com.cactuswealth.notifications.live.LiveMessage.ResumeIncomplete;
import com.cactuswealth.platform.access.Scope;
import io.quarkus.websockets.next.CloseReason;
import io.quarkus.websockets.next.WebSocketConnection;
import io.vertx.core.buffer.Buffer;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Queue;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import org.jboss.logging.Logger;

/**
 * One open socket. It listens before the database is asked what its user missed: what comes meanwhile is held back and
 * follows the replay, so that nothing falls in between and nothing comes twice. Messages leave one after the other; a
 * bounded number waits for a slow reader.
 */
final class Listener {

    static final CloseReason GONE = new CloseReason(1001, "Not heard for too long");
    static final CloseReason TOO_SLOW = new CloseReason(1013, "Reads too slowly");
    static final CloseReason TOO_MANY = new CloseReason(4029, "Too many connections");

    private static final Logger LOG = Logger.getLogger(Listener.class);

    private final WebSocketConnection connection;
    private final UUID user;
    private final Scope scope;
    private final Language language;
    private final Function<LiveMessage, String> json;
    private final int capacity;

    private final List<SentNotification> heldBack = new ArrayList<>();
    private final Set<UUID> replayed = new HashSet<>();
    private final Queue<LiveMessage> waiting = new ArrayDeque<>();
    private boolean live;
    private boolean anythingWaiting;
    private boolean writing;
    private boolean closed;
    private Instant lastHeard;

    Listener(
            WebSocketConnection connection,
            UUID user,
            Scope scope,
            Language language,
            Function<LiveMessage, String> json,
            int capacity,
            Instant now) {
        this.connection = connection;
        this.user = user;
        this.scope = scope;
        this.language = language;
        this.json = json;
        this.capacity = capacity;
        this.lastHeard = now;
    }

    UUID user() {
        return user;
    }

    Scope scope() {
        return scope;
    }

    /** Shows the user what they missed, then what was held back meanwhile, and from then on everything at once. */
    synchronized void resume(Missed missed) {
        if (!missed.complete()) {
            send(new ResumeIncomplete());
        }
        missed.notifications().forEach(notification -> {
            replayed.add(notification.id());
            send(new Notified(notification));
        });
        send(new Ready(missed.unread()));
        heldBack.forEach(this::show);
        heldBack.clear();
        live = true;
    }

    synchronized void push(SentNotification notification) {
        if (live) {
            show(notification);
        } else if (heldBack.size() < capacity) {
            heldBack.add(notification);
        } else {
            close(TOO_SLOW);
        }
    }

    /** The event of what was replayed may come long after the replay: it travels by Redis, the replay by the database. */
    private void show(SentNotification notification) {
        if (!replayed.contains(notification.id())) {
            send(new Notified(notification.view(language)));
        }
    }

    /** Tells of a change, unless the client is going to look anyway; a slow reader keeps half the queue for notifications. */
    synchronized void hint(Changed changed) {
        if (waiting.size() >= capacity / 2) {
            hintAtAnything();
        } else if (live && !anythingWaiting) {
            send(changed);
        }
    }

    /** What changes until this message leaves is covered by it: the client looks when it arrives. */
    synchronized void hintAtAnything() {
        if (live && !anythingWaiting) {
            anythingWaiting = true;
            send(new ChangedIncomplete());
        }
    }

    synchronized void send(LiveMessage message) {
        if (closed) {
            return;
        }
        if (waiting.size() >= capacity) {
            close(TOO_SLOW);
            return;
        }
        waiting.add(message);
        if (!writing) {
            writeNext();
        }
    }

    private synchronized void writeNext() {
        var next = waiting.poll();
        writing = next != null;
        if (writing) {
            anythingWaiting &= !(next instanceof ChangedIncomplete);
            connection.sendText(json.apply(next)).subscribe().with(written -> writeNext(), this::failed);
        }
    }

    private synchronized void failed(Throwable failure) {
        LOG.debugf("Not sent to %s: %s", user, failure);
        closed = true;
        waiting.clear();
    }

    synchronized void heard(Instant now) {
        lastHeard = now;
    }

    /** Pings the client, unless it has been silent since before {@code deadline}. */
    synchronized void beat(Instant deadline) {
        if (lastHeard.isBefore(deadline)) {
            close(GONE);
        } else if (!closed) {
            connection.sendPing(Buffer.buffer()).subscribe().with(sent -> {}, this::failed);
        }
    }

    synchronized void close(CloseReason reason) {
        if (closed) {
            return;
        }
        closed = true;
        waiting.clear();
        heldBack.clear();
        connection.close(reason).subscribe().with(done -> {}, this::failed);
    }
}
