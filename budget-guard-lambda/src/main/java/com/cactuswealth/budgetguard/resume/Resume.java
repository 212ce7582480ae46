package com.cactuswealth.budgetguard.resume;

import com.cactuswealth.budgetguard.Action;
import com.cactuswealth.budgetguard.GuardConfig;
import com.cactuswealth.budgetguard.GuardEvent.Continuation;
import com.cactuswealth.budgetguard.Invocation;
import com.cactuswealth.budgetguard.instance.Commands;
import com.cactuswealth.budgetguard.instance.Instances;
import com.cactuswealth.budgetguard.ledger.Key;
import com.cactuswealth.budgetguard.report.Report;
import com.cactuswealth.budgetguard.run.Job;
import com.cactuswealth.budgetguard.run.Runs;
import com.cactuswealth.budgetguard.run.Task;
import jakarta.inject.Singleton;
import java.util.Optional;

/** From the beginning of a period to instances that run again. */
@Singleton
class Resume implements Job {

    private static final String NO_THRESHOLD = "-";

    private final GuardConfig config;
    private final Runs runs;
    private final Instances instances;
    private final Budgets budgets;
    private final Commands commands;

    Resume(GuardConfig config, Runs runs, Instances instances, Budgets budgets, Commands commands) {
        this.config = config;
        this.runs = runs;
        this.instances = instances;
        this.budgets = budgets;
        this.commands = commands;
    }

    @Override
    public Optional<Report> begin(Invocation invocation) {
        var subject = runs.subject(Action.RESUME, invocation);
        var key = new Key(Action.RESUME, subject.budget(), subject.period(), NO_THRESHOLD);
        return runs.begin(key, subject, invocation, this::work);
    }

    @Override
    public Optional<Report> carryOn(Continuation continuation, Invocation invocation) {
        return runs.carryOn(Action.RESUME, continuation, invocation, this::work);
    }

    private ResumeWork work(Task task) {
        return new ResumeWork(task.subject(), config, instances, budgets, commands);
    }
}
