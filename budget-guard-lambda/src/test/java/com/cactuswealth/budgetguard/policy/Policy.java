package com.cactuswealth.budgetguard.policy;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/**
 * An identity-based IAM policy, decided as AWS does: nothing is allowed unless a statement allows it, and a statement that
 * denies wins. Whatever it does not know is refused when it is read, so that no decision is a guess.
 */
record Policy(List<Statement> statements) {

    private static final Set<String> ELEMENTS = Set.of("Version", "Id", "Statement");

    static Policy of(JsonNode document) {
        Unknown.refuse(document, ELEMENTS, "a policy");
        if (!document.path("Version").asText().equals("2012-10-17")) {
            throw new Unknown("the version " + document.path("Version"));
        }
        var statements = document.path("Statement");
        return new Policy((statements.isArray() ? statements.valueStream() : Stream.of(statements))
                .map(Statement::of)
                .toList());
    }

    boolean allows(IamRequest request) {
        var applicable = statements.stream()
                .filter(statement -> statement.appliesTo(request))
                .toList();
        return applicable.stream().anyMatch(Statement::allows)
                && applicable.stream().allMatch(Statement::allows);
    }

    /** The actions of the statements that allow. */
    List<String> allowedActions() {
        return statements.stream()
                .filter(Statement::allows)
                .flatMap(statement -> statement.actions().stream())
                .map(Wildcard::text)
                .distinct()
                .sorted()
                .toList();
    }
}
