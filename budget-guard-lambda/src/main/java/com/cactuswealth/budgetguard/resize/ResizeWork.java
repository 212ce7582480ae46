package com.cactuswealth.budgetguard.resize;

import static com.cactuswealth.budgetguard.instance.Instance.State.PENDING;
import static com.cactuswealth.budgetguard.instance.Instance.State.RUNNING;
import static com.cactuswealth.budgetguard.instance.Instance.State.STOPPING;

import com.cactuswealth.budgetguard.GuardConfig;
import com.cactuswealth.budgetguard.Outcome;
import com.cactuswealth.budgetguard.aws.AwsFailure;
import com.cactuswealth.budgetguard.instance.Commands;
import com.cactuswealth.budgetguard.instance.Health;
import com.cactuswealth.budgetguard.instance.Instance;
import com.cactuswealth.budgetguard.instance.Instances;
import com.cactuswealth.budgetguard.instance.Objection;
import com.cactuswealth.budgetguard.report.Phrase;
import com.cactuswealth.budgetguard.report.Remark;
import com.cactuswealth.budgetguard.report.Report;
import com.cactuswealth.budgetguard.report.Reporter;
import com.cactuswealth.budgetguard.report.Subject;
import com.cactuswealth.budgetguard.run.Task;
import com.cactuswealth.budgetguard.run.Work;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * Stops, changes the type, starts and checks, one step of each instance at a time. A type that does not work, for want of
 * capacity or for anything else, is struck off and the next one tried; the last one is that which the instance had.
 */
final class ResizeWork implements Work {

    private final Task task;
    private final Subject subject;
    private final GuardConfig config;
    private final List<String> preferences;
    private final Instances instances;
    private final Commands commands;
    private final Reporter reporter;
    private final ResizeProgress progress;
    private final Map<String, Resizing> resizings;
    private final Map<String, Conclusion> conclusions = new TreeMap<>();

    ResizeWork(
            Task task,
            GuardConfig config,
            List<String> preferences,
            Instances instances,
            Commands commands,
            Reporter reporter,
            ResizeProgress progress) {
        this.task = task;
        subject = task.subject();
        this.config = config;
        this.preferences = preferences;
        this.instances = instances;
        this.commands = commands;
        this.reporter = reporter;
        this.progress = progress;
        resizings = progress.of(task);
    }

    @Override
    public Optional<Report> step() {
        var targets = instances.targets();
        var objection = Objection.to(targets, config);
        if (objection.isPresent()) {
            return Optional.of(subject.report(Outcome.REFUSED, objection.get()));
        }
        for (var target : targets) {
            if (!conclusions.containsKey(target.id())) {
                if (resizings.containsKey(target.id())) {
                    proceed(target);
                } else {
                    begin(target);
                }
            }
        }
        var settled = targets.stream().allMatch(target -> conclusions.containsKey(target.id()));
        return settled ? Optional.of(report()) : Optional.empty();
    }

    @Override
    public Report gaveUp() {
        instances.targets().stream()
                .filter(target -> !conclusions.containsKey(target.id()))
                .forEach(this::leave);
        var report = report();
        var remarks = new ArrayList<Remark>();
        remarks.add(Remark.of(Phrase.GAVE_UP));
        remarks.addAll(report.remarks());
        return new Report(subject, Outcome.FAILED, remarks, report.instances(), report.undo());
    }

    private void begin(Instance target) {
        var best = preferences.getFirst();
        if (target.type().equals(best)) {
            conclude(target, Outcome.NOTHING_TO_DO, Remark.of(Phrase.RIGHT_TYPE, target.id(), best));
            return;
        }
        var suitability = new Suitability(preferences, instances.architectures(preferences));
        var objection = suitability.objection(target);
        if (objection.isPresent()) {
            conclude(target, Outcome.REFUSED, objection.get());
        } else if (config.dryRun()) {
            conclude(target, Outcome.DRY_RUN, Remark.of(Phrase.WOULD_RESIZE, target.id(), target.type(), best));
        } else if (!target.is(PENDING) && !target.is(STOPPING)) {
            if (target.is(RUNNING)) {
                announce(target, best);
            }
            keep(target, Resizing.of(target));
            proceed(target);
        }
    }

    private void proceed(Instance target) {
        var resizing = resizings.get(target.id());
        var step = resizing.next(target, preferences);
        try {
            switch (step) {
                case WAIT -> {}
                case STOP -> instances.stop(target.id());
                case CHANGE_TYPE ->
                    instances.changeType(
                            target.id(), resizing.wanted(preferences).orElseThrow());
                case START -> instances.start(target.id());
                case CHECK_HEALTH -> checkHealth(target, resizing);
                case FINISH -> finish(target, resizing);
                case GIVE_UP -> leave(target);
            }
        } catch (AwsFailure failure) {
            if (failure.isTemporary()) {
                throw failure;
            }
            if (!failure.isWrongState()) {
                refused(target, resizing, step, failure);
            }
        }
    }

    private void checkHealth(Instance target, Resizing resizing) {
        switch (instances.health(target.id())) {
            case NOT_YET_KNOWN -> {}
            case OK -> finish(target, resizing);
            case IMPAIRED -> keep(target, resizing.without(target.type(), Health.IMPAIRED.name()));
        }
    }

    /** What could not be stopped runs as before; a type that could not be set or started is struck off. */
    private void refused(Instance target, Resizing resizing, Resizing.Step step, AwsFailure failure) {
        if (step == Resizing.Step.STOP) {
            conclude(target, Outcome.FAILED, Remark.of(Phrase.NOT_STOPPED, target.id(), target.type(), failure.code()));
        } else {
            var type = resizing.wanted(preferences).orElseThrow();
            keep(target, resizing.without(type, failure.operation() + ": " + failure.code()));
        }
    }

    private void finish(Instance target, Resizing resizing) {
        if (target.type().equals(resizing.from())) {
            conclude(target, Outcome.FAILED, Remark.of(Phrase.NOT_RESIZED, target.id(), target.type()));
        } else {
            var phrase = resizing.wasRunning() ? Phrase.RESIZED : Phrase.RESIZED_STOPPED;
            conclude(target, Outcome.DONE, Remark.of(phrase, target.id(), resizing.from(), target.type()));
        }
    }

    /** Says exactly what a person has to do for it to run with the type that it had. */
    private void leave(Instance target) {
        var from = Optional.ofNullable(resizings.get(target.id()))
                .map(Resizing::from)
                .orElse(target.type());
        var todo =
                switch (target.state()) {
                    case RUNNING, PENDING ->
                        target.type().equals(from)
                                ? List.of(commands.status(target.id()))
                                : commands.changeType(target.id(), from);
                    case STOPPING, STOPPED ->
                        target.type().equals(from)
                                ? List.of(commands.start(List.of(target.id())))
                                : List.of(commands.modify(target.id(), from), commands.start(List.of(target.id())));
                };
        conclude(
                target,
                Outcome.FAILED,
                Remark.of(Phrase.LEFT, target.id(), target.type(), target.state(), String.join(" && ", todo)));
    }

    private void announce(Instance target, String type) {
        reporter.announce(new Report(
                subject,
                Outcome.ANNOUNCED,
                List.of(Remark.of(Phrase.ABOUT_TO_RESIZE, target.id(), target.type(), type)),
                List.of(target.id()),
                List.of()));
    }

    private void keep(Instance target, Resizing resizing) {
        resizings.put(target.id(), resizing);
        progress.keep(task, resizings);
    }

    private void conclude(Instance target, Outcome outcome, Remark remark) {
        conclusions.put(target.id(), new Conclusion(outcome, remark));
    }

    private Report report() {
        var remarks = new ArrayList<Remark>();
        conclusions.values().forEach(conclusion -> remarks.add(conclusion.remark()));
        resizings.forEach((id, resizing) -> resizing.attempts()
                .forEach(attempt -> remarks.add(Remark.of(Phrase.NOT_ON_TYPE, id, attempt.type(), attempt.why()))));
        var changed = conclusions.entrySet().stream()
                .filter(entry -> entry.getValue().outcome() == Outcome.DONE)
                .map(Map.Entry::getKey)
                .toList();
        var undo = changed.stream()
                .flatMap(id -> commands.changeType(id, resizings.get(id).from()).stream())
                .toList();
        return new Report(subject, Conclusion.worst(conclusions.values()), remarks, changed, undo);
    }
}
