package com.cactuswealth.launcher.command;

import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import picocli.CommandLine.Model.CommandSpec;

/** What somebody who misspelt a verb or an option probably meant. */
final class Suggestions {

    private Suggestions() {}

    /** The verbs or options of the command that are few changes away from what was typed, the nearest first. */
    static List<String> of(String typed, CommandSpec command) {
        var names = typed.startsWith("-")
                ? command.optionsMap().keySet().stream()
                : command.subcommands().keySet().stream();
        var name = typed.replaceFirst("=.*", "");
        return nearest(name, names);
    }

    private static List<String> nearest(String typed, Stream<String> names) {
        // Two letters in disorder are two changes; of a short name, no other short name is meant.
        var most = Math.min(2, typed.length() / 3);
        return names.filter(name -> changes(typed, name) <= most)
                .sorted(Comparator.comparingInt((String name) -> changes(typed, name))
                        .thenComparing(Comparator.naturalOrder()))
                .toList();
    }

    /** The Levenshtein distance: how many letters have to be added, removed or replaced. */
    private static int changes(String from, String to) {
        var previous = new int[to.length() + 1];
        for (var j = 0; j <= to.length(); j++) {
            previous[j] = j;
        }
        for (var i = 1; i <= from.length(); i++) {
            var current = new int[to.length() + 1];
            current[0] = i;
            for (var j = 1; j <= to.length(); j++) {
                var replaced = previous[j - 1] + (from.charAt(i - 1) == to.charAt(j - 1) ? 0 : 1);
                current[j] = Math.min(replaced, Math.min(previous[j], current[j - 1]) + 1);
            }
            previous = current;
        }
        return previous[to.length()];
    }
}
