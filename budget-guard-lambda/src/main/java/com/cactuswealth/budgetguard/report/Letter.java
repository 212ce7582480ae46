package com.cactuswealth.budgetguard.report;

import java.text.Normalizer;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** A report as an e-mail: Spanish first, then English. */
final class Letter {

    /** SNS takes fewer than 100 characters of ASCII. */
    private static final int LONGEST_SUBJECT = 99;

    private final Report report;

    Letter(Report report) {
        this.report = report;
    }

    String subject() {
        var text = "[Cactus] Budget guard: %s %s - %s %s"
                .formatted(
                        report.subject().action().wireName(),
                        report.outcome().name().toLowerCase(Locale.ROOT).replace('_', ' '),
                        report.subject().budget(),
                        report.subject().period());
        var ascii = Normalizer.normalize(text, Normalizer.Form.NFD)
                .replaceAll("\\p{M}", "")
                .replaceAll("[^ -~]", "?");
        return ascii.substring(0, Math.min(ascii.length(), LONGEST_SUBJECT));
    }

    String body() {
        var summary = report.summary();
        var lines = new ArrayList<String>();
        lines.add("Guardián del presupuesto «%s», período %s: %s"
                .formatted(report.subject().budget(), report.subject().period(), spanishOutcome()));
        lines.add("");
        lines.add(summary.es());
        addUndo(lines, "Para volver atrás:");
        lines.add("");
        lines.add("----");
        lines.add("");
        lines.add("Guard of the budget “%s”, period %s: %s"
                .formatted(report.subject().budget(), report.subject().period(), englishOutcome()));
        lines.add("");
        lines.add(summary.en());
        addUndo(lines, "To take it back:");
        lines.add("");
        lines.add("run " + report.subject().run());
        return String.join("\n", lines);
    }

    private void addUndo(List<String> lines, String title) {
        if (!report.undo().isEmpty()) {
            lines.add("");
            lines.add(title);
            report.undo().forEach(command -> lines.add("  " + command));
        }
    }

    private String spanishOutcome() {
        return switch (report.outcome()) {
            case ANNOUNCED -> "está por actuar";
            case DONE -> "actuó";
            case NOTHING_TO_DO -> "no había nada que hacer";
            case REFUSED -> "se negó a actuar";
            case FAILED -> "falló; hace falta que alguien mire";
            case DRY_RUN -> "simulacro, no se tocó nada";
        };
    }

    private String englishOutcome() {
        return switch (report.outcome()) {
            case ANNOUNCED -> "about to act";
            case DONE -> "it acted";
            case NOTHING_TO_DO -> "there was nothing to do";
            case REFUSED -> "it refused to act";
            case FAILED -> "it failed; somebody has to look";
            case DRY_RUN -> "dry run, nothing was touched";
        };
    }
}
