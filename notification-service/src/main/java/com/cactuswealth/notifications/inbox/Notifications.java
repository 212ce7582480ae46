package com.cactuswealth.notifications.inbox;

import com.cactuswealth.platform.problem.Problem;
import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.hibernate.Session;

/** The rows; every query names the user, so that nobody reads another's. */
@ApplicationScoped
class Notifications implements PanacheRepositoryBase<Notification, UUID> {

    /** Any number that no other lock of this schema uses. */
    private static final long APPENDING = 4711;

    /**
     * Adds one at the end. Appending is serial across instances, so that positions are given in the order of commits;
     * an event's transaction is short and may hold a whole batch.
     */
    void append(Notification notification) {
        getEntityManager().unwrap(Session.class).doWork(Notifications::lock);
        persistAndFlush(notification);
    }

    private static void lock(Connection connection) throws SQLException {
        try (var lock = connection.prepareStatement("select pg_advisory_xact_lock(?)")) {
            lock.setLong(1, APPENDING);
            lock.execute();
        }
    }

    /** The newest first, before a position. */
    List<Notification> before(UUID user, long position, boolean unreadOnly, int limit) {
        return find(
                        "userId = ?1 and position < ?2 " + restriction(unreadOnly) + "order by position desc",
                        user,
                        position)
                .range(0, limit - 1)
                .list();
    }

    /** The newest {@code limit} after a position, the newest first. */
    List<Notification> after(UUID user, long position, int limit) {
        return find("userId = ?1 and position > ?2 order by position desc", user, position)
                .range(0, limit - 1)
                .list();
    }

    long count(UUID user, boolean unreadOnly) {
        return count("userId = ?1 " + restriction(unreadOnly), user);
    }

    private static String restriction(boolean unreadOnly) {
        return unreadOnly ? "and readAt is null " : "";
    }

    Optional<Notification> find(UUID user, UUID id) {
        return find("id = ?1 and userId = ?2", id, user).firstResultOptional();
    }

    Notification get(UUID user, UUID id) {
        return find(user, id).orElseThrow(() -> Problem.notFound("notification"));
    }

    void readAll(UUID user, Instant now) {
        update("readAt = ?1 where userId = ?2 and readAt is null", now, user);
    }

    /** Removes at most {@code limit} that were read before a moment; tells how many. */
    int removeRead(Instant before, int limit) {
        return getEntityManager()
                .createNativeQuery("""
                        delete from notification where id in
                        (select id from notification where read_at < :before order by read_at limit :limit)""")
                .setParameter("before", before)
                .setParameter("limit", limit)
                .executeUpdate();
    }
}
