package com.cactuswealth.budgetguard.stop;

import static com.cactuswealth.budgetguard.instance.Instance.State.RUNNING;
import static com.cactuswealth.budgetguard.instance.Instance.State.STOPPED;
import static com.cactuswealth.budgetguard.instance.Instance.State.STOPPING;

import com.cactuswealth.budgetguard.GuardConfig;
import com.cactuswealth.budgetguard.Outcome;
import com.cactuswealth.budgetguard.aws.AwsFailure;
import com.cactuswealth.budgetguard.instance.Commands;
import com.cactuswealth.budgetguard.instance.Instance;
import com.cactuswealth.budgetguard.instance.Instances;
import com.cactuswealth.budgetguard.instance.Objection;
import com.cactuswealth.budgetguard.instance.Tags;
import com.cactuswealth.budgetguard.ledger.Ledger;
import com.cactuswealth.budgetguard.report.Phrase;
import com.cactuswealth.budgetguard.report.Remark;
import com.cactuswealth.budgetguard.report.Report;
import com.cactuswealth.budgetguard.report.Reporter;
import com.cactuswealth.budgetguard.report.Subject;
import com.cactuswealth.budgetguard.run.Task;
import com.cactuswealth.budgetguard.run.Work;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/**
 * Stops what runs. What it means to stop is kept in the ledger first; what has then stopped gets the tags by which resume
 * tells it from what somebody else stopped, even if this invocation dies in between and another one carries on.
 */
final class StopWork implements Work {

    private final Task task;
    private final Subject subject;
    private final GuardConfig config;
    private final Instances instances;
    private final Commands commands;
    private final Reporter reporter;
    private final Ledger ledger;
    private final Set<String> intended;
    private final Map<String, String> refusals = new HashMap<>();
    private final Map<String, String> untagged = new HashMap<>();

    StopWork(Task task, GuardConfig config, Instances instances, Commands commands, Reporter reporter, Ledger ledger) {
        this.task = task;
        subject = task.subject();
        this.config = config;
        this.instances = instances;
        this.commands = commands;
        this.reporter = reporter;
        this.ledger = ledger;
        intended = task.progress().isEmpty()
                ? new TreeSet<>()
                : new TreeSet<>(List.of(task.progress().split(" ")));
    }

    @Override
    public Optional<Report> step() {
        var targets = instances.targets();
        var objection = Objection.to(targets, config);
        if (objection.isPresent()) {
            return Optional.of(subject.report(Outcome.REFUSED, objection.get()));
        }
        var running = targets.stream()
                .filter(target -> target.is(RUNNING) && !refusals.containsKey(target.id()))
                .toList();
        if (config.dryRun()) {
            return Optional.of(wouldStop(running));
        }
        intend(running);
        running.forEach(this::stop);
        targets.stream().filter(this::isNewlyStopped).forEach(this::tag);
        var settled = targets.stream().allMatch(target -> target.is(STOPPED) || refusals.containsKey(target.id()));
        return settled ? Optional.of(report(targets)) : Optional.empty();
    }

    @Override
    public Report gaveUp() {
        var targets = instances.targets();
        var report = report(targets);
        var remarks = new ArrayList<Remark>();
        remarks.add(Remark.of(Phrase.GAVE_UP));
        targets.forEach(target -> remarks.add(Remark.of(Phrase.STATE, target.id(), target.type(), target.state())));
        return new Report(subject, Outcome.FAILED, remarks, report.instances(), report.undo());
    }

    private void intend(List<Instance> running) {
        var unannounced = running.stream()
                .filter(target -> !intended.contains(target.id()))
                .toList();
        if (unannounced.isEmpty()) {
            return;
        }
        var remarks = new ArrayList<Remark>();
        remarks.add(spent());
        unannounced.forEach(target -> remarks.add(Remark.of(Phrase.ABOUT_TO_STOP, target.id(), target.type())));
        reporter.announce(new Report(subject, Outcome.ANNOUNCED, remarks, ids(unannounced), List.of()));
        intended.addAll(ids(unannounced));
        ledger.keep(task.id(), String.join(" ", intended));
    }

    private void stop(Instance target) {
        try {
            instances.stop(target.id());
        } catch (AwsFailure failure) {
            if (failure.isTemporary()) {
                throw failure;
            }
            if (!failure.isWrongState()) {
                refusals.put(target.id(), failure.code());
            }
        }
    }

    private boolean isNewlyStopped(Instance target) {
        return intended.contains(target.id()) && (target.is(STOPPING) || target.is(STOPPED)) && !isTagged(target);
    }

    private void tag(Instance target) {
        try {
            instances.tag(target.id(), Map.of(Tags.STOPPED_PERIOD, subject.period(), Tags.STOPPED_REASON, reason()));
        } catch (AwsFailure failure) {
            if (failure.isTemporary()) {
                throw failure;
            }
            untagged.put(target.id(), failure.code());
        }
    }

    private Report wouldStop(List<Instance> running) {
        var remarks = new ArrayList<Remark>();
        remarks.add(spent());
        running.forEach(target -> remarks.add(Remark.of(Phrase.WOULD_STOP, target.id(), target.type())));
        return new Report(subject, Outcome.DRY_RUN, remarks, ids(running), List.of());
    }

    private Report report(List<Instance> targets) {
        var stopped = targets.stream()
                .filter(target -> target.is(STOPPED) && isStoppedByUs(target))
                .toList();
        var remarks = new ArrayList<Remark>();
        remarks.add(spent());
        targets.forEach(target -> remarks.add(remark(target)));
        untagged.forEach((id, code) -> remarks.add(Remark.of(Phrase.NOT_TAGGED, id, code)));
        if (!stopped.isEmpty()) {
            remarks.add(Remark.of(Phrase.STILL_COSTS));
        }
        var outcome = !refusals.isEmpty() || !untagged.isEmpty()
                ? Outcome.FAILED
                : stopped.isEmpty() ? Outcome.NOTHING_TO_DO : Outcome.DONE;
        var undo = stopped.isEmpty()
                ? List.<String>of()
                : List.of(commands.start(ids(stopped)), commands.forgetStop(ids(stopped)));
        return new Report(subject, outcome, remarks, ids(stopped), undo);
    }

    private Remark remark(Instance target) {
        var refusal = refusals.get(target.id());
        if (refusal != null) {
            return Remark.of(Phrase.NOT_STOPPED, target.id(), target.type(), refusal);
        }
        return Remark.of(isStoppedByUs(target) ? Phrase.STOPPED : Phrase.WAS_STOPPED, target.id(), target.type());
    }

    private boolean isStoppedByUs(Instance target) {
        return intended.contains(target.id());
    }

    private boolean isTagged(Instance target) {
        return target.tag(Tags.STOPPED_PERIOD).filter(subject.period()::equals).isPresent();
    }

    private Remark spent() {
        return Remark.of(Phrase.SPENT, subject.amount(), subject.budgeted());
    }

    /** Of what a tag's value may be made of. */
    private String reason() {
        return "USD %s of %s spent"
                .formatted(subject.amount().toPlainString(), subject.budgeted().toPlainString());
    }

    private static List<String> ids(List<Instance> targets) {
        return targets.stream().map(Instance::id).toList();
    }
}
