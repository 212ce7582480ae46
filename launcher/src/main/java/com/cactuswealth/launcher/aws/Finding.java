package com.cactuswealth.launcher.aws;

/**
 * What one check found.
 *
 * @param detail one line
 */
public record Finding(Verdict verdict, String check, String detail) {

    /** Whether the house may be built so. */
    public enum Verdict {
        GOOD("ok"),
        BAD("BAD"),
        LEFT_OUT("left out"),
        HINT("");

        private final String label;

        Verdict(String label) {
            this.label = label;
        }
    }

    static Finding of(boolean good, String check, String detail) {
        return new Finding(good ? Verdict.GOOD : Verdict.BAD, check, detail);
    }

    static Finding leftOut(String check, String why) {
        return new Finding(Verdict.LEFT_OUT, check, why);
    }

    static Finding hint(String check, String detail) {
        return new Finding(Verdict.HINT, check, detail);
    }

    @Override
    public String toString() {
        return "%-8s %-14s %s".formatted(verdict.label, check, detail);
    }
}
