package com.cactuswealth.notifications.inbox;

import com.cactuswealth.platform.events.Outbox;
import com.cactuswealth.platform.identity.Ids;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import jakarta.transaction.Transactional.TxType;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** What users were told: written when something happens, asked by those who were away. */
@ApplicationScoped
public class Inbox {

    private final Notifications notifications;
    private final Outbox outbox;
    private final Ids ids;
    private final Clock clock;

    Inbox(Notifications notifications, Outbox outbox, Ids ids, Clock clock) {
        this.notifications = notifications;
        this.outbox = outbox;
        this.ids = ids;
        this.clock = clock;
    }

    /**
     * What a user has missed.
     *
     * @param notifications the oldest first, without a gap among them
     * @param complete false when older ones were left out or it is not known what the user saw last
     * @param unread how many the user has not read, seen or not
     */
    public record Missed(List<NotificationView> notifications, boolean complete, long unread) {}

    /**
     * Tells a user in the transaction of what they are told about; the sockets learn it from the event.
     *
     * @param cause the id of what happened; nobody is told of it twice
     * @param actor the user who caused it, or null for the system
     */
    @Transactional(TxType.MANDATORY)
    public void tell(UUID user, Kind kind, Map<String, String> parameters, String link, UUID cause, UUID actor) {
        var notification = new Notification(ids.next(), user, kind, parameters, link, cause, clock.instant());
        notifications.append(notification);
        outbox.append("notification.sent", notification.id(), actor, notification.sent());
    }

    /** What came after the last notification that a user saw, at most the newest {@code limit}. */
    @Transactional
    public Missed since(UUID user, UUID lastSeen, int limit, Language language) {
        var unread = notifications.count(user, true);
        var seen = notifications.find(user, lastSeen);
        if (seen.isEmpty()) {
            return new Missed(List.of(), false, unread);
        }
        var missed = notifications.after(user, seen.get().position(), limit + 1);
        var kept = missed.subList(0, Math.min(limit, missed.size())).reversed();
        return new Missed(
                kept.stream().map(notification -> notification.view(language)).toList(),
                missed.size() <= limit,
                unread);
    }

    /** Nothing missed, for those who only want what comes. */
    @Transactional
    public Missed fromNowOn(UUID user) {
        return new Missed(List.of(), true, notifications.count(user, true));
    }
}
