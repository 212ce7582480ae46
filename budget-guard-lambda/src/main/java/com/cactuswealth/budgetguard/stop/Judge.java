package com.cactuswealth.budgetguard.stop;

import com.cactuswealth.budgetguard.GuardConfig;
import com.cactuswealth.budgetguard.Outcome;
import com.cactuswealth.budgetguard.alert.BudgetAlert;
import com.cactuswealth.budgetguard.alert.BudgetMessage;
import com.cactuswealth.budgetguard.alert.Reading.NotUnderstood;
import com.cactuswealth.budgetguard.alert.Reading.Understood;
import com.cactuswealth.budgetguard.alert.SnsNotice;
import com.cactuswealth.budgetguard.alert.SnsSignature;
import com.cactuswealth.budgetguard.report.Phrase;
import com.cactuswealth.budgetguard.report.Remark;
import jakarta.inject.Singleton;
import java.time.Clock;

/** Decides what a notice leads to. It believes nothing: whatever does not fit stops nothing and is told. */
@Singleton
class Judge {

    private static final int LONGEST_EXCERPT = 2_000;

    private final GuardConfig config;
    private final SnsSignature signature;
    private final Clock clock;

    Judge(GuardConfig config, SnsSignature signature, Clock clock) {
        this.config = config;
        this.signature = signature;
        this.clock = clock;
    }

    Verdict judge(SnsNotice notice) {
        var topic = String.valueOf(notice.topicArn());
        if (config.alertTopicArn().filter(topic::equals).isEmpty()) {
            return new Verdict.Refused(Remark.of(Phrase.OTHER_TOPIC, excerpt(topic)));
        }
        if (config.verifySignature() && !signature.isOn(notice)) {
            return new Verdict.Refused(Remark.of(Phrase.NOT_SIGNED));
        }
        return switch (BudgetMessage.read(notice.message())) {
            case NotUnderstood(var reason) ->
                new Verdict.Refused(
                        Remark.of(Phrase.NOT_UNDERSTOOD, reason, excerpt(String.valueOf(notice.message()))));
            case Understood(var alert) -> judge(alert);
        };
    }

    private Verdict judge(BudgetAlert alert) {
        if (!alert.account().equals(config.account())) {
            return new Verdict.Refused(Remark.of(Phrase.OTHER_ACCOUNT, alert.account()));
        }
        if (!alert.budget().equals(config.budget())) {
            return new Verdict.Refused(Remark.of(Phrase.OTHER_BUDGET, alert.budget()));
        }
        if (!alert.isCurrent(clock)) {
            return new Verdict.Harmless(alert, Outcome.REFUSED, Remark.of(Phrase.PERIOD_OVER, alert.period()));
        }
        return switch (alert.type()) {
            case FORECASTED ->
                new Verdict.Harmless(
                        alert, Outcome.NOTHING_TO_DO, Remark.of(Phrase.FORECAST, alert.amount(), alert.budgeted()));
            case ACTUAL -> {
                var enough = alert.budgeted().multiply(config.share());
                yield alert.amount().compareTo(enough) >= 0
                        ? new Verdict.Spent(alert)
                        : new Verdict.Harmless(
                                alert, Outcome.REFUSED, Remark.of(Phrase.BELOW_SHARE, alert.amount(), enough));
            }
        };
    }

    /** As much as a person wants to read, without what could move a terminal's cursor. */
    private static String excerpt(String text) {
        return text.substring(0, Math.min(text.length(), LONGEST_EXCERPT))
                .replaceAll("[\\p{Cntrl}\\p{Cf}&&[^\n\t]]", "");
    }
}
