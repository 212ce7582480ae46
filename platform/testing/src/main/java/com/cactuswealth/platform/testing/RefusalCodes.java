package com.cactuswealth.platform.testing;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;

/** Finds in a source the keys of the sentences that it refuses with. */
final class RefusalCodes {

    private static final Pattern CALL = Pattern.compile(
            "(Problem\\.(?:of|conflict|invalid|unauthenticated|tooManyRequests|unavailable|notFound)|Message\\.of|new"
                    + " ProblemType)\\(");

    private static final Pattern CONSTRAINT = Pattern.compile("\"\\{((?:com|jakarta)\\.[\\w.]+)}\"");
    private static final Pattern LITERAL = Pattern.compile("\"((?:[^\"\\\\]|\\\\.)*)\"");

    private RefusalCodes() {}

    static Set<String> in(String source) {
        var codes = new TreeSet<String>();
        CONSTRAINT.matcher(source).results().forEach(constraint -> codes.add(constraint.group(1)));
        for (var call : CALL.matcher(source).results().toList()) {
            var arguments = arguments(source, call.end());
            var code = code(call.group(1), arguments);
            if (!code.contains("Message.of(")) {
                LITERAL.matcher(code)
                        .results()
                        .map(literal -> literal.group(1))
                        .filter(literal -> !literal.endsWith(".")) // its rest is known at run time only
                        .forEach(literal -> codes.add(prefix(call.group(1)) + literal));
            }
        }
        return codes;
    }

    /** The argument in which the code stands: after a type or a field, before a time to wait. */
    private static String code(String method, List<String> arguments) {
        return switch (method) {
            case "Problem.of" -> arguments.size() > 1 ? arguments.get(1) : "";
            case "Problem.conflict", "Problem.invalid" -> arguments.getLast();
            default -> arguments.getFirst();
        };
    }

    private static String prefix(String method) {
        return switch (method) {
            case "Problem.notFound" -> "notFound.";
            case "new ProblemType" -> "problem.";
            default -> "";
        };
    }

    /** The arguments of a call, from behind its opening parenthesis to the closing one. */
    private static List<String> arguments(String source, int start) {
        var arguments = new ArrayList<String>();
        var depth = 0;
        var begin = start;
        var quoted = false;
        for (var i = start; i < source.length(); i++) {
            var character = source.charAt(i);
            if (quoted) {
                if (character == '\\') {
                    i++;
                } else if (character == '"') {
                    quoted = false;
                }
            } else if (character == '"') {
                quoted = true;
            } else if (character == '(') {
                depth++;
            } else if (character == ')' && depth-- == 0) {
                arguments.add(source.substring(begin, i));
                return arguments;
            } else if (character == ',' && depth == 0) {
                arguments.add(source.substring(begin, i));
                begin = i + 1;
            }
        }
        throw new IllegalArgumentException("A call without an end at " + start);
    }
}
