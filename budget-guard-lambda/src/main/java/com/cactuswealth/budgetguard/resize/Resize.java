package com.cactuswealth.budgetguard.resize;

import com.cactuswealth.budgetguard.Action;
import com.cactuswealth.budgetguard.GuardConfig;
import com.cactuswealth.budgetguard.GuardEvent.Continuation;
import com.cactuswealth.budgetguard.Invocation;
import com.cactuswealth.budgetguard.Outcome;
import com.cactuswealth.budgetguard.instance.Commands;
import com.cactuswealth.budgetguard.instance.Instances;
import com.cactuswealth.budgetguard.ledger.Key;
import com.cactuswealth.budgetguard.report.Phrase;
import com.cactuswealth.budgetguard.report.Remark;
import com.cactuswealth.budgetguard.report.Report;
import com.cactuswealth.budgetguard.report.Reporter;
import com.cactuswealth.budgetguard.run.Job;
import com.cactuswealth.budgetguard.run.Runs;
import com.cactuswealth.budgetguard.run.Task;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.Optional;

/** From a schedule to instances of the best type that there is. */
@Singleton
class Resize implements Job {

    private final GuardConfig config;
    private final Runs runs;
    private final Instances instances;
    private final Commands commands;
    private final Reporter reporter;
    private final ResizeProgress progress;

    Resize(
            GuardConfig config,
            Runs runs,
            Instances instances,
            Commands commands,
            Reporter reporter,
            ResizeProgress progress) {
        this.config = config;
        this.runs = runs;
        this.instances = instances;
        this.commands = commands;
        this.reporter = reporter;
        this.progress = progress;
    }

    @Override
    public Optional<Report> begin(Invocation invocation) {
        var subject = runs.subject(Action.RESIZE, invocation);
        if (preferences().isEmpty()) {
            return Optional.of(runs.conclude(subject.report(Outcome.REFUSED, Remark.of(Phrase.NO_TYPES))));
        }
        var key = new Key(Action.RESIZE, subject.budget(), subject.period(), String.join(",", preferences()));
        return runs.begin(key, subject, invocation, this::work);
    }

    @Override
    public Optional<Report> carryOn(Continuation continuation, Invocation invocation) {
        return runs.carryOn(Action.RESIZE, continuation, invocation, this::work);
    }

    private ResizeWork work(Task task) {
        return new ResizeWork(task, config, preferences(), instances, commands, reporter, progress);
    }

    private List<String> preferences() {
        return config.instanceTypes().orElse(List.of());
    }
}
