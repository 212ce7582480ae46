package com.cactuswealth.webhooks.endpoint;

import com.cactuswealth.platform.secrecy.SecretBox;
import com.cactuswealth.webhooks.egress.Target;
import com.fasterxml.jackson.core.JsonPointer;
import io.agroal.api.AgroalDataSource;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;

/**
 * The endpoints in memory, so that no event costs a query. A change made here counts at once; one made by another
 * instance after the next sweep, about a second later.
 */
@ApplicationScoped
public class Subscriptions {

    private final AgroalDataSource database;
    private final SecretBox box;
    private volatile Map<UUID, Subscription> known;

    Subscriptions(AgroalDataSource database, SecretBox box) {
        this.database = database;
        this.box = box;
    }

    public Optional<Subscription> get(UUID id) {
        return Optional.ofNullable(loaded().get(id));
    }

    public Collection<Subscription> all() {
        return loaded().values();
    }

    private Map<UUID, Subscription> loaded() {
        if (known == null) {
            refresh();
        }
        return known;
    }

    /** Reads which endpoints there are and, of those that changed, all. */
    public synchronized void refresh() {
        try (var connection = database.getConnection()) {
            var versions = versions(connection);
            var before = known == null ? Map.<UUID, Subscription>of() : known;
            var changed = versions.entrySet().stream()
                    .filter(entry -> !before.containsKey(entry.getKey())
                            || before.get(entry.getKey()).version() != entry.getValue())
                    .map(Map.Entry::getKey)
                    .toList();
            if (known != null && changed.isEmpty() && versions.size() == before.size()) {
                return;
            }
            var now = new HashMap<>(before);
            now.keySet().retainAll(versions.keySet());
            now.putAll(read(connection, changed));
            known = Map.copyOf(now);
        } catch (SQLException failed) {
            throw new IllegalStateException(failed);
        }
    }

    private static Map<UUID, Integer> versions(Connection connection) throws SQLException {
        try (var select = connection.prepareStatement("select id, version from endpoint");
                var row = select.executeQuery()) {
            var versions = new HashMap<UUID, Integer>();
            while (row.next()) {
                versions.put(row.getObject(1, UUID.class), row.getInt(2));
            }
            return versions;
        }
    }

    private Map<UUID, Subscription> read(Connection connection, List<UUID> ids) throws SQLException {
        var subscriptions = new HashMap<UUID, Subscription>();
        if (ids.isEmpty()) {
            return subscriptions;
        }
        var sql = """
                select id, version, state, url, event_types, filter, secret, previous_secret, previous_secret_until
                from endpoint where id = any(?)""";
        try (var select = connection.prepareStatement(sql)) {
            select.setArray(1, connection.createArrayOf("uuid", ids.toArray()));
            try (var row = select.executeQuery()) {
                while (row.next()) {
                    var subscription = subscription(row);
                    subscriptions.put(subscription.id(), subscription);
                }
            }
        }
        return subscriptions;
    }

    private Subscription subscription(ResultSet row) throws SQLException {
        var previousSecret = row.getBytes(8);
        return new Subscription(
                row.getObject(1, UUID.class),
                row.getInt(2),
                EndpointState.valueOf(row.getString(3)),
                Target.parse(row.getString(4)),
                List.of((String[]) row.getArray(5).getArray()),
                compile(FilterConverter.parse(row.getString(6))),
                box.open(row.getBytes(7)),
                previousSecret == null ? null : box.open(previousSecret),
                instant(row.getObject(9, OffsetDateTime.class)));
    }

    private static Map<JsonPointer, Set<String>> compile(Map<String, List<String>> filter) {
        return filter.entrySet().stream()
                .collect(Collectors.toUnmodifiableMap(
                        rule -> JsonPointer.compile(rule.getKey()), rule -> Set.copyOf(rule.getValue())));
    }

    private static Instant instant(OffsetDateTime time) {
        return time == null ? null : time.toInstant();
    }
}
