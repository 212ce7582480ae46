package com.cactuswealth.budgetguard.report;

import com.cactuswealth.budgetguard.Action;
import com.cactuswealth.budgetguard.Outcome;
import java.util.List;
import java.util.function.Function;

/**
 * What a run saw, decided and did.
 *
 * @param remarks at least one, the most important first
 * @param instances the ids of those that were, or would be, acted on
 * @param undo the commands that take it back, in order
 */
public record Report(
        Subject subject, Outcome outcome, List<Remark> remarks, List<String> instances, List<String> undo) {

    public Report {
        remarks = List.copyOf(remarks);
        instances = List.copyOf(instances);
        undo = List.copyOf(undo);
    }

    /** The name of what mattered most. */
    public String reason() {
        return remarks.getFirst().phrase().name();
    }

    /** Whether nobody needs to hear of it: a duplicate, or a resume, which is asked for often, that has nothing to start. */
    boolean isRoutine() {
        return remarks.getFirst().phrase() == Phrase.ALREADY_HANDLED
                || (subject.action() == Action.RESUME && outcome == Outcome.NOTHING_TO_DO);
    }

    /** All remarks, one a line. */
    public Text summary() {
        return new Text(lines(Text::es), lines(Text::en));
    }

    private String lines(Function<Text, String> language) {
        return String.join(
                "\n", remarks.stream().map(Remark::text).map(language).toList());
    }
}
