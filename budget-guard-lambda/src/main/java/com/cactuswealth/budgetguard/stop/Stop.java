package com.cactuswealth.budgetguard.stop;

import com.cactuswealth.budgetguard.Action;
import com.cactuswealth.budgetguard.GuardConfig;
import com.cactuswealth.budgetguard.GuardEvent.Continuation;
import com.cactuswealth.budgetguard.Invocation;
import com.cactuswealth.budgetguard.Outcome;
import com.cactuswealth.budgetguard.alert.BudgetAlert;
import com.cactuswealth.budgetguard.alert.SnsNotice;
import com.cactuswealth.budgetguard.instance.Commands;
import com.cactuswealth.budgetguard.instance.Instances;
import com.cactuswealth.budgetguard.ledger.Key;
import com.cactuswealth.budgetguard.ledger.Ledger;
import com.cactuswealth.budgetguard.report.Report;
import com.cactuswealth.budgetguard.report.Reporter;
import com.cactuswealth.budgetguard.report.Subject;
import com.cactuswealth.budgetguard.run.Runs;
import com.cactuswealth.budgetguard.run.Task;
import jakarta.inject.Singleton;
import java.util.Optional;

/** From a notice to stopped instances. */
@Singleton
class Stop {

    private final GuardConfig config;
    private final Judge judge;
    private final Runs runs;
    private final Instances instances;
    private final Commands commands;
    private final Reporter reporter;
    private final Ledger ledger;

    Stop(
            GuardConfig config,
            Judge judge,
            Runs runs,
            Instances instances,
            Commands commands,
            Reporter reporter,
            Ledger ledger) {
        this.config = config;
        this.judge = judge;
        this.runs = runs;
        this.instances = instances;
        this.commands = commands;
        this.reporter = reporter;
        this.ledger = ledger;
    }

    Optional<Report> begin(SnsNotice notice, Invocation invocation) {
        var asked = runs.subject(Action.STOP, invocation);
        return switch (judge.judge(notice)) {
            case Verdict.Refused(var why) -> Optional.of(runs.conclude(asked.report(Outcome.REFUSED, why)));
            case Verdict.Harmless(var alert, var outcome, var why) ->
                Optional.of(runs.conclude(about(alert, asked).report(outcome, why)));
            case Verdict.Spent(var alert) -> {
                var key = new Key(
                        Action.STOP,
                        alert.budget(),
                        alert.period(),
                        alert.threshold().stripTrailingZeros().toPlainString());
                yield runs.begin(key, about(alert, asked), invocation, this::work);
            }
        };
    }

    Optional<Report> carryOn(Continuation continuation, Invocation invocation) {
        return runs.carryOn(Action.STOP, continuation, invocation, this::work);
    }

    private StopWork work(Task task) {
        return new StopWork(task, config, instances, commands, reporter, ledger);
    }

    private static Subject about(BudgetAlert alert, Subject asked) {
        return new Subject(
                asked.run(), asked.action(), alert.budget(), alert.period(), alert.amount(), alert.budgeted());
    }
}
