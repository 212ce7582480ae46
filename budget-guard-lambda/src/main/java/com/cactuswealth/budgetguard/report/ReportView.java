package com.cactuswealth.budgetguard.report;

import com.cactuswealth.budgetguard.Outcome;
import com.fasterxml.jackson.annotation.JsonInclude;
import io.quarkus.runtime.annotations.RegisterForReflection;
import java.util.List;

/** A report as the function's answer and log write it: amounts as strings, absent where not known. */
@JsonInclude(JsonInclude.Include.NON_NULL)
@RegisterForReflection
public record ReportView(
        String run,
        String action,
        Outcome outcome,
        String reason,
        String budget,
        String period,
        String amount,
        String budgeted,
        List<String> instances,
        Text summary,
        List<String> undo) {

    public static ReportView of(Report report) {
        var subject = report.subject();
        return new ReportView(
                subject.run(),
                subject.action().wireName(),
                report.outcome(),
                report.reason(),
                subject.budget(),
                subject.period(),
                Dollars.orNull(subject.amount()),
                Dollars.orNull(subject.budgeted()),
                report.instances(),
                report.summary(),
                report.undo());
    }
}
