package com.cactuswealth.budgetguard.run;

import com.cactuswealth.budgetguard.Action;
import com.cactuswealth.budgetguard.GuardConfig;
import com.cactuswealth.budgetguard.GuardEvent.Continuation;
import com.cactuswealth.budgetguard.Invocation;
import com.cactuswealth.budgetguard.Outcome;
import com.cactuswealth.budgetguard.aws.AwsFailure;
import com.cactuswealth.budgetguard.ledger.Entry;
import com.cactuswealth.budgetguard.ledger.Key;
import com.cactuswealth.budgetguard.ledger.Ledger;
import com.cactuswealth.budgetguard.report.Phrase;
import com.cactuswealth.budgetguard.report.Remark;
import com.cactuswealth.budgetguard.report.Report;
import com.cactuswealth.budgetguard.report.Reporter;
import com.cactuswealth.budgetguard.report.Subject;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.inject.Singleton;
import java.io.UncheckedIOException;
import java.time.Clock;
import java.time.Duration;
import java.time.YearMonth;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Supplier;

/**
 * The frame of every run: claim, do step by step, hand over when time runs out, report, finish. What AWS may do later is
 * thrown, so that Lambda tries again and at last leaves the event in the dead-letter queue; what AWS refuses is reported.
 */
@Singleton
public class Runs {

    /** With the five minutes that a function has, an hour. */
    private static final int MOST_ROUNDS = 12;
    /** A schedule or SNS may deliver twice; who asks later than this means it. */
    private static final Duration DUPLICATES = Duration.ofMinutes(15);
    /** A stop that was done is done for its period and threshold, even if somebody starts the instance again. */
    private static final Duration FOR_GOOD = Duration.ofDays(100);

    private final GuardConfig config;
    private final Ledger ledger;
    private final Reporter reporter;
    private final Continuations continuations;
    private final ObjectMapper mapper;
    private final Clock clock;

    Runs(
            GuardConfig config,
            Ledger ledger,
            Reporter reporter,
            Continuations continuations,
            ObjectMapper mapper,
            Clock clock) {
        this.config = config;
        this.ledger = ledger;
        this.reporter = reporter;
        this.continuations = continuations;
        this.mapper = mapper;
        this.clock = clock;
    }

    /** What a run is about before anything else is known. */
    public Subject subject(Action action, Invocation invocation) {
        var period = YearMonth.now(clock).toString();
        return new Subject(invocation.requestId(), action, config.budget(), period, null, null);
    }

    /** Ends a run that had nothing to wait for. */
    public Report conclude(Report report) {
        reporter.send(report);
        return report;
    }

    /** A run that changes nothing, and so needs no claim. */
    public Report look(Subject subject, Supplier<Report> look) {
        try {
            return conclude(look.get());
        } catch (AwsFailure failure) {
            return conclude(refused(subject, failure));
        }
    }

    /** Does it unless it has been done. Empty when the next invocation carries on. */
    public Optional<Report> begin(Key key, Subject subject, Invocation invocation, Function<Task, Work> work) {
        if (config.dryRun()) {
            return Optional.of(look(
                    subject,
                    () -> work.apply(new Task(subject, key.id(), "")).step().orElseThrow()));
        }
        return run(subject, () -> ledger.claim(key, json(subject), invocation), 0, invocation, work);
    }

    /** Carries on with what an earlier invocation had no time for. */
    public Optional<Report> carryOn(
            Action action, Continuation continuation, Invocation invocation, Function<Task, Work> work) {
        var asked = subject(action, invocation);
        return run(asked, () -> ledger.takeUp(continuation.id(), invocation), continuation.round(), invocation, work);
    }

    private Optional<Report> run(
            Subject asked,
            Supplier<Optional<Entry>> claim,
            int round,
            Invocation invocation,
            Function<Task, Work> work) {
        Optional<Entry> claimed;
        try {
            claimed = claim.get();
        } catch (AwsFailure failure) {
            return Optional.of(conclude(refused(asked, failure)));
        }
        if (claimed.isEmpty()) {
            return Optional.of(conclude(asked.report(Outcome.NOTHING_TO_DO, Remark.of(Phrase.ALREADY_HANDLED))));
        }
        var entry = claimed.get();
        try {
            return work(entry, round, invocation, work);
        } catch (RuntimeException failure) {
            release(entry, failure);
            throw failure;
        }
    }

    private Optional<Report> work(Entry entry, int round, Invocation invocation, Function<Task, Work> works) {
        var subject = subject(entry.task());
        try {
            var work = works.apply(new Task(subject, entry.id(), entry.progress()));
            var report = work.step();
            while (report.isEmpty() && invocation.has(config.handOverBefore(), clock)) {
                pause();
                report = work.step();
            }
            if (report.isEmpty() && round < MOST_ROUNDS) {
                ledger.release(entry.id());
                continuations.handOver(subject.action(), new Continuation(entry.id(), round + 1), invocation);
                return Optional.empty();
            }
            return Optional.of(finish(entry, report.orElseGet(work::gaveUp)));
        } catch (AwsFailure failure) {
            return Optional.of(finish(entry, refused(subject, failure)));
        }
    }

    /** Reported first: who dies in between reports twice, which is better than not at all. */
    private Report finish(Entry entry, Report report) {
        conclude(report);
        var forGood = report.subject().action() == Action.STOP
                && (report.outcome() == Outcome.DONE || report.outcome() == Outcome.NOTHING_TO_DO);
        ledger.finish(entry.id(), report.outcome(), clock.instant().plus(forGood ? FOR_GOOD : DUPLICATES));
        return report;
    }

    private static Report refused(Subject subject, AwsFailure failure) {
        if (failure.isTemporary()) {
            throw failure;
        }
        return subject.report(Outcome.FAILED, Remark.of(Phrase.AWS_REFUSED, failure.operation(), failure.code()));
    }

    private void release(Entry entry, RuntimeException failure) {
        try {
            ledger.release(entry.id());
        } catch (AwsFailure second) {
            // The claim ends with this invocation's time anyway.
            failure.addSuppressed(second);
        }
    }

    private void pause() {
        try {
            Thread.sleep(config.pollInterval());
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted while waiting for an instance", interrupted);
        }
    }

    private String json(Subject subject) {
        try {
            return mapper.writeValueAsString(subject);
        } catch (JsonProcessingException impossible) {
            throw new UncheckedIOException(impossible);
        }
    }

    private Subject subject(String task) {
        try {
            return mapper.readValue(task, Subject.class);
        } catch (JsonProcessingException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }
}
