package com.cactuswealth.budgetguard;

import com.cactuswealth.budgetguard.report.Report;
import com.cactuswealth.budgetguard.report.ReportView;
import io.quarkus.runtime.annotations.RegisterForReflection;
import java.util.List;
import java.util.Optional;

/**
 * What a function answers: what became of each message of the event, or of what a schedule asked for; nothing when the
 * next invocation carries on.
 */
@RegisterForReflection
public record Answer(List<ReportView> reports) {

    public static Answer of(List<Report> reports) {
        return new Answer(reports.stream().map(ReportView::of).toList());
    }

    public static Answer of(Report report) {
        return of(List.of(report));
    }

    public static Answer of(Optional<Report> report) {
        return of(report.stream().toList());
    }
}
