package com.cactuswealth.clients.summary;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.summingLong;

import com.cactuswealth.clients.client.ClientName;
import com.cactuswealth.clients.client.Clients;
import com.cactuswealth.clients.client.Stage;
import com.cactuswealth.clients.summary.Summary.StageDuration;
import com.cactuswealth.clients.summary.Summary.StuckClient;
import com.cactuswealth.platform.access.Scope;
import com.cactuswealth.platform.paging.Conditions;
import jakarta.enterprise.context.ApplicationScoped;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.hibernate.Session;
import org.hibernate.query.SelectionQuery;

/** The figures of a summary: one query each, each with the viewer's scope beside it. */
@ApplicationScoped
class Figures {

    private static final double SECONDS_OF_A_DAY = Duration.ofDays(1).toSeconds();

    private final Session entities;

    Figures(Session entities) {
        this.entities = entities;
    }

    /** Clients by the bucket in which they were added; archived ones were added too. */
    Map<LocalDate, Long> added(Scope scope, Period period) {
        return byBucket("client.createdAt", scope, period);
    }

    /** Clients by the bucket in which they became active for the first time. */
    Map<LocalDate, Long> won(Scope scope, Period period) {
        return byBucket("client.wonAt", scope, period);
    }

    /** How many of the clients who were added in the period have become active so far, also after it. */
    long converted(Scope scope, Period period) {
        var conditions = within(period, "client.createdAt", Clients.in(scope)).and("client.wonAt is not null");
        return one("select count(*) from Client client", conditions);
    }

    private Map<LocalDate, Long> byBucket(String time, Scope scope, Period period) {
        var conditions = within(period, time, Clients.in(scope))
                .with("zone", period.zone().getId());
        var day = "cast(function('timezone' as LocalDateTime, :zone, " + time + ") as LocalDate)";
        return rows("select " + day + ", count(*) from Client client", conditions, "group by 1")
                .getResultStream()
                .collect(groupingBy(
                        row -> period.bucket().start((LocalDate) row[0]), summingLong(row -> (Long) row[1])));
    }

    /** The stays in each stage that ended in the period. */
    List<StageDuration> stageDurations(Scope scope, Period period) {
        var conditions = within(period, "change.changedAt", Clients.in(scope)).and("change.fromStage is not null");
        var select = """
                select change.fromStage, avg((change.changedAt - change.fromSince) by second), count(*)
                from StageChange change join Client client on client.id = change.clientId""";
        var durations = new EnumMap<Stage, StageDuration>(Stage.class);
        Arrays.stream(Stage.values()).forEach(stage -> durations.put(stage, new StageDuration(stage, null, 0)));
        rows(select, conditions, "group by change.fromStage")
                .getResultStream()
                .map(row -> new StageDuration((Stage) row[0], days((Double) row[1]), (Long) row[2]))
                .forEach(duration -> durations.put(duration.stage(), duration));
        return List.copyOf(durations.values());
    }

    private static BigDecimal days(double seconds) {
        return BigDecimal.valueOf(seconds / SECONDS_OF_A_DAY).setScale(1, RoundingMode.HALF_UP);
    }

    /** Clients on the way, the longest in their stage first, with the calendar days since then in the zone. */
    List<StuckClient> stuck(Scope scope, int limit, Instant now, ZoneId zone) {
        var conditions = Clients.presentIn(scope).and("client.stage in :open", "open", Stage.OPEN);
        var select = """
                select client.id, client.firstName, client.lastName, client.stage, client.stageSince, client.ownerId
                from Client client""";
        return rows(select, conditions, "order by client.stageSince, client.id")
                .setMaxResults(limit)
                .getResultStream()
                .map(row -> stuck(row, LocalDate.ofInstant(now, zone), zone))
                .toList();
    }

    private static StuckClient stuck(Object[] row, LocalDate today, ZoneId zone) {
        var client = new ClientName((UUID) row[0], (String) row[1], (String) row[2]);
        var since = (Instant) row[4];
        var days = ChronoUnit.DAYS.between(LocalDate.ofInstant(since, zone), today);
        return new StuckClient(client, (Stage) row[3], since, days, (UUID) row[5]);
    }

    private static Conditions within(Period period, String time, Conditions conditions) {
        return conditions
                .and(time + " >= :start and " + time + " < :end")
                .with("start", period.start())
                .with("end", period.end());
    }

    private long one(String select, Conditions conditions) {
        return query(select, conditions, "", Long.class).getSingleResult();
    }

    private SelectionQuery<Object[]> rows(String select, Conditions conditions, String rest) {
        return query(select, conditions, rest, Object[].class);
    }

    private <T> SelectionQuery<T> query(String select, Conditions conditions, String rest, Class<T> type) {
        var query = entities.createSelectionQuery(select + " where " + conditions.where() + " " + rest, type);
        conditions.parameters().forEach(query::setParameter);
        return query;
    }
}
