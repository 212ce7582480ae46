package com.cactuswealth.budgetguard.resume;

import static com.cactuswealth.budgetguard.instance.Instance.State.RUNNING;
import static com.cactuswealth.budgetguard.instance.Instance.State.STOPPED;

import com.cactuswealth.budgetguard.GuardConfig;
import com.cactuswealth.budgetguard.Outcome;
import com.cactuswealth.budgetguard.aws.AwsFailure;
import com.cactuswealth.budgetguard.instance.Commands;
import com.cactuswealth.budgetguard.instance.Instance;
import com.cactuswealth.budgetguard.instance.Instances;
import com.cactuswealth.budgetguard.instance.Objection;
import com.cactuswealth.budgetguard.instance.Tags;
import com.cactuswealth.budgetguard.report.Phrase;
import com.cactuswealth.budgetguard.report.Remark;
import com.cactuswealth.budgetguard.report.Report;
import com.cactuswealth.budgetguard.report.Subject;
import com.cactuswealth.budgetguard.run.Work;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Starts what the guard stopped. The guard's tags go last, once all run: until then whoever takes over from a dead
 * invocation still sees what is to be started.
 */
final class ResumeWork implements Work {

    private final Subject subject;
    private final GuardConfig config;
    private final Instances instances;
    private final Budgets budgets;
    private final Commands commands;
    private final Map<String, String> refusals = new HashMap<>();
    private boolean mayStart;

    ResumeWork(Subject subject, GuardConfig config, Instances instances, Budgets budgets, Commands commands) {
        this.subject = subject;
        this.config = config;
        this.instances = instances;
        this.budgets = budgets;
        this.commands = commands;
    }

    @Override
    public Optional<Report> step() {
        var stopped = stoppedByUs();
        if (stopped.isEmpty()) {
            return Optional.of(subject.report(Outcome.NOTHING_TO_DO, Remark.of(Phrase.NOTHING_TO_RESUME)));
        }
        var objection = Objection.to(stopped, config);
        if (objection.isPresent()) {
            return Optional.of(subject.report(Outcome.REFUSED, objection.get()));
        }
        var held = stopped.stream().filter(ResumeWork::isHeld).toList();
        var free = stopped.stream().filter(target -> !isHeld(target)).toList();
        if (free.isEmpty()) {
            return Optional.of(new Report(subject, Outcome.NOTHING_TO_DO, remarks(held, free), List.of(), List.of()));
        }
        if (!mayStart) {
            var spend = budgets.spend();
            if (spend.reaches(config.share())) {
                return Optional.of(subject.withSpend(spend.actual(), spend.budgeted())
                        .report(Outcome.REFUSED, Remark.of(Phrase.STILL_OVER, spend.actual(), spend.budgeted())));
            }
            mayStart = true;
        }
        if (config.dryRun()) {
            return Optional.of(new Report(subject, Outcome.DRY_RUN, remarks(held, free), ids(free), List.of()));
        }
        free.stream()
                .filter(target -> target.is(STOPPED) && !refusals.containsKey(target.id()))
                .forEach(this::start);
        var settled = free.stream().allMatch(target -> target.is(RUNNING) || refusals.containsKey(target.id()));
        return settled ? Optional.of(report(held, free)) : Optional.empty();
    }

    @Override
    public Report gaveUp() {
        var remarks = new ArrayList<Remark>();
        remarks.add(Remark.of(Phrase.GAVE_UP));
        var stopped = stoppedByUs();
        stopped.forEach(target -> remarks.add(Remark.of(Phrase.STATE, target.id(), target.type(), target.state())));
        return new Report(subject, Outcome.FAILED, remarks, ids(stopped), List.of());
    }

    private List<Instance> stoppedByUs() {
        return instances.targets().stream()
                .filter(target -> target.tag(Tags.STOPPED_PERIOD).isPresent())
                .toList();
    }

    private void start(Instance target) {
        try {
            instances.start(target.id());
        } catch (AwsFailure failure) {
            if (failure.isTemporary()) {
                throw failure;
            }
            if (!failure.isWrongState()) {
                refusals.put(target.id(), failure.code());
            }
        }
    }

    private Report report(List<Instance> held, List<Instance> free) {
        var started = free.stream()
                .filter(target -> !refusals.containsKey(target.id()))
                .toList();
        started.forEach(target -> instances.untag(target.id(), List.of(Tags.STOPPED_PERIOD, Tags.STOPPED_REASON)));
        return new Report(
                subject,
                refusals.isEmpty() ? Outcome.DONE : Outcome.FAILED,
                remarks(held, free),
                ids(started),
                started.isEmpty() ? List.of() : List.of(commands.stop(ids(started))));
    }

    private List<Remark> remarks(List<Instance> held, List<Instance> free) {
        var remarks = new ArrayList<Remark>();
        free.forEach(target -> remarks.add(remark(target)));
        held.forEach(target -> remarks.add(Remark.of(Phrase.HELD, target.id())));
        return remarks;
    }

    private Remark remark(Instance target) {
        var refusal = refusals.get(target.id());
        if (refusal != null) {
            return Remark.of(Phrase.NOT_STARTED, target.id(), target.type(), refusal);
        }
        return Remark.of(config.dryRun() ? Phrase.WOULD_START : Phrase.STARTED, target.id(), target.type());
    }

    private static boolean isHeld(Instance target) {
        return target.tag(Tags.HOLD).isPresent();
    }

    private static List<String> ids(List<Instance> targets) {
        return targets.stream().map(Instance::id).toList();
    }
}
