package com.cactuswealth.webhooks.delivery;

import static com.cactuswealth.webhooks.delivery.Rows.instant;

import com.cactuswealth.platform.problem.Problem;
import io.agroal.api.AgroalDataSource;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** What people read of the deliveries. */
@ApplicationScoped
class DeliveryLog {

    /** Counting goes no further: the exact length of a log of millions would cost more than it tells. */
    static final int COUNTED = 10_000;

    private static final String SELECT = """
            select delivery.id, endpoint_id, delivery.event_id, type, time, state, attempts, due_at, last_status,
                last_error, delivery.created_at, finished_at, body
            from delivery join message on message.event_id = delivery.event_id""";

    private final AgroalDataSource database;

    DeliveryLog(AgroalDataSource database) {
        this.database = database;
    }

    /** Which deliveries to list. */
    record Filter(Optional<UUID> endpointId, Optional<DeliveryState> state) {

        /** The state is a literal, so that the planner can see that a partial index fits. */
        private String where() {
            return " where true"
                    + endpointId.map(id -> " and endpoint_id = ?").orElse("")
                    + state.map(name -> " and state = '" + name + "'").orElse("");
        }
    }

    /** The newest first; fetches one more than the limit. */
    List<DeliveryView> list(Filter filter, int limit, Optional<UUID> before) {
        var sql = SELECT + filter.where()
                + before.map(id -> " and delivery.id < ?").orElse("") + " order by delivery.id desc limit "
                + (limit + 1);
        try (var connection = database.getConnection();
                var statement = connection.prepareStatement(sql)) {
            var index = 1;
            for (var parameter : filter.endpointId.stream().toList()) {
                statement.setObject(index++, parameter);
            }
            for (var parameter : before.stream().toList()) {
                statement.setObject(index++, parameter);
            }
            var found = new ArrayList<DeliveryView>();
            try (var row = statement.executeQuery()) {
                while (row.next()) {
                    found.add(view(row));
                }
            }
            return found;
        } catch (SQLException failed) {
            throw new DeliveryStoreException(failed);
        }
    }

    /** At most {@link #COUNTED}. */
    long count(Filter filter) {
        var sql = "select count(*) from (select 1 from delivery" + filter.where() + " limit " + COUNTED + ") as found";
        try (var connection = database.getConnection();
                var statement = connection.prepareStatement(sql)) {
            if (filter.endpointId.isPresent()) {
                statement.setObject(1, filter.endpointId.get());
            }
            try (var row = statement.executeQuery()) {
                row.next();
                return row.getLong(1);
            }
        } catch (SQLException failed) {
            throw new DeliveryStoreException(failed);
        }
    }

    DeliveryDetail get(UUID id) {
        try (var connection = database.getConnection();
                var statement = connection.prepareStatement(SELECT + " where delivery.id = ?")) {
            statement.setObject(1, id);
            try (var row = statement.executeQuery()) {
                if (!row.next()) {
                    throw Problem.notFound("delivery");
                }
                return new DeliveryDetail(view(row), row.getString("body"), attempts(connection, id));
            }
        } catch (SQLException failed) {
            throw new DeliveryStoreException(failed);
        }
    }

    private static List<AttemptView> attempts(Connection connection, UUID delivery) throws SQLException {
        try (var statement =
                connection.prepareStatement("select * from attempt where delivery_id = ? order by started_at")) {
            statement.setObject(1, delivery);
            var attempts = new ArrayList<AttemptView>();
            try (var row = statement.executeQuery()) {
                while (row.next()) {
                    attempts.add(new AttemptView(
                            instant(row, "started_at"),
                            row.getObject("status", Integer.class),
                            row.getString("error"),
                            row.getString("response"),
                            row.getLong("queue_micros") / 1000.0,
                            millis(row, "connect_micros"),
                            millis(row, "first_byte_micros"),
                            row.getLong("total_micros") / 1000.0));
                }
            }
            return attempts;
        }
    }

    private static Double millis(ResultSet row, String column) throws SQLException {
        var micros = row.getObject(column, Long.class);
        return micros == null ? null : micros / 1000.0;
    }

    private static DeliveryView view(ResultSet row) throws SQLException {
        return new DeliveryView(
                row.getObject("id", UUID.class),
                row.getObject("endpoint_id", UUID.class),
                row.getObject("event_id", UUID.class),
                row.getString("type"),
                instant(row, "time"),
                DeliveryState.valueOf(row.getString("state")),
                row.getInt("attempts"),
                instant(row, "due_at"),
                row.getObject("last_status", Integer.class),
                row.getString("last_error"),
                instant(row, "created_at"),
                instant(row, "finished_at"));
    }
}
