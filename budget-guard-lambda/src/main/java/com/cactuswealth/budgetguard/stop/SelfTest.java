package com.cactuswealth.budgetguard.stop;

import com.cactuswealth.budgetguard.Action;
import com.cactuswealth.budgetguard.GuardConfig;
import com.cactuswealth.budgetguard.Invocation;
import com.cactuswealth.budgetguard.Outcome;
import com.cactuswealth.budgetguard.alert.BudgetMessage;
import com.cactuswealth.budgetguard.alert.Reading.Understood;
import com.cactuswealth.budgetguard.instance.Instances;
import com.cactuswealth.budgetguard.instance.Objection;
import com.cactuswealth.budgetguard.ledger.Ledger;
import com.cactuswealth.budgetguard.report.Phrase;
import com.cactuswealth.budgetguard.report.Remark;
import com.cactuswealth.budgetguard.report.Report;
import com.cactuswealth.budgetguard.run.Runs;
import jakarta.inject.Singleton;

/** Tries, once a month and without touching anything, what a stop would need. */
@Singleton
class SelfTest {

    private static final String SAMPLE = """
            AWS Budget Notification October 28, 2019
            AWS Account 123456789012

            Dear AWS Customer,

            You requested that we alert you when the ACTUAL Cost associated with your sample budget is greater than \
            $24.00 for the current month. The ACTUAL Cost associated with this budget is $36.69. You can find additional \
            details below and by accessing the AWS Budgets dashboard [1].

            Budget Name: sample
            Budget Type: Cost
            Budgeted Amount: $30.00
            Alert Type: ACTUAL
            Alert Threshold: > $24.00
            ACTUAL Amount: $36.69

            [1] https://console.aws.amazon.com/billing/home#/budgets
            """;

    private final GuardConfig config;
    private final Runs runs;
    private final Instances instances;
    private final Ledger ledger;

    SelfTest(GuardConfig config, Runs runs, Instances instances, Ledger ledger) {
        this.config = config;
        this.runs = runs;
        this.instances = instances;
        this.ledger = ledger;
    }

    Report run(Invocation invocation) {
        var subject = runs.subject(Action.SELF_TEST, invocation);
        return runs.look(subject, () -> {
            if (!(BudgetMessage.read(SAMPLE) instanceof Understood)) {
                return subject.report(Outcome.FAILED, Remark.of(Phrase.SELF_TEST_FAILED));
            }
            ledger.outcome(Action.SELF_TEST.wireName());
            var targets = instances.targets();
            var objection = Objection.to(targets, config);
            if (objection.isPresent()) {
                return subject.report(Outcome.FAILED, objection.get());
            }
            var seen = String.join(
                    ", ",
                    targets.stream()
                            .map(target -> target.id() + " " + target.type() + " " + target.state())
                            .toList());
            return subject.report(Outcome.DONE, Remark.of(Phrase.SELF_TEST, targets.size(), seen));
        });
    }
}
