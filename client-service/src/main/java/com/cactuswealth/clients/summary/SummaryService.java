package com.cactuswealth.clients.summary;

import com.cactuswealth.clients.activity.Activities;
import com.cactuswealth.clients.client.Clients;
import com.cactuswealth.clients.client.Stage;
import com.cactuswealth.clients.summary.Summary.Growth;
import com.cactuswealth.clients.summary.Summary.StageCount;
import com.cactuswealth.clients.summary.Summary.Totals;
import com.cactuswealth.platform.access.Scope;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Puts the figures together. */
@ApplicationScoped
class SummaryService {

    private static final int STUCK = 8;
    private static final int LATEST = 10;

    private final Figures figures;
    private final Clients clients;
    private final Activities activities;
    private final BusinessConfig business;
    private final Clock clock;

    SummaryService(Figures figures, Clients clients, Activities activities, BusinessConfig business, Clock clock) {
        this.figures = figures;
        this.clients = clients;
        this.activities = activities;
        this.business = business;
        this.clock = clock;
    }

    @Transactional
    Summary of(Scope scope, Optional<LocalDate> from, Optional<LocalDate> to) {
        var now = clock.instant();
        var period = Period.of(from, to, LocalDate.ofInstant(now, business.zone()), business.zone());
        var funnel = clients.countByStage(scope);
        var added = figures.added(scope, period);
        var won = figures.won(scope, period);
        return new Summary(
                period.from(),
                period.to(),
                period.bucket(),
                new Totals(
                        sum(funnel),
                        sum(added),
                        sum(won),
                        figures.converted(scope, period),
                        sum(figures.added(scope, period.before())),
                        sum(figures.won(scope, period.before())),
                        figures.converted(scope, period.before())),
                funnel(funnel),
                period.bucketStarts().stream()
                        .map(start -> new Growth(start, added.getOrDefault(start, 0L), won.getOrDefault(start, 0L)))
                        .toList(),
                figures.stageDurations(scope, period),
                figures.stuck(scope, STUCK, now, business.zone()),
                activities.latest(scope, LATEST));
    }

    private static List<StageCount> funnel(Map<Stage, Long> counts) {
        return counts.entrySet().stream()
                .map(stage -> new StageCount(stage.getKey(), stage.getValue()))
                .toList();
    }

    private static long sum(Map<?, Long> counts) {
        return counts.values().stream().mapToLong(Long::longValue).sum();
    }
}
