package com.cactuswealth.notifications.live;

import io.agroal.api.AgroalDataSource;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jboss.logging.Logger;

/**
 * Who leads whom. One query tells of the whole firm and serves for a second, so that a thousand events a second cost no
 * more than one.
 */
@ApplicationScoped
class Teams {

    /** The manager of those who have none. */
    static final UUID NOBODY = new UUID(0, 0);

    private static final Logger LOG = Logger.getLogger(Teams.class);
    private static final Duration KEPT = Duration.ofSeconds(1);

    private final AgroalDataSource database;
    private final Clock clock;
    private Map<UUID, UUID> managers = Map.of();
    private Instant validUntil = Instant.MIN;

    Teams(AgroalDataSource database, Clock clock) {
        this.database = database;
        this.clock = clock;
    }

    /** A user's manager or {@link #NOBODY}; empty while this service has not heard of the user. */
    synchronized Optional<UUID> managerOf(UUID user) {
        if (!clock.instant().isBefore(validUntil)) {
            refresh();
            validUntil = clock.instant().plus(KEPT);
        }
        return Optional.ofNullable(managers.get(user));
    }

    private void refresh() {
        try (var connection = database.getConnection();
                var select = connection.prepareStatement("select id, manager_id from advisor");
                var row = select.executeQuery()) {
            var found = new HashMap<UUID, UUID>();
            while (row.next()) {
                var manager = row.getObject("manager_id", UUID.class);
                found.put(row.getObject("id", UUID.class), manager == null ? NOBODY : manager);
            }
            managers = found;
        } catch (SQLException failed) {
            LOG.warnf("Teams as they were a while ago: %s", failed.getMessage());
        }
    }
}
