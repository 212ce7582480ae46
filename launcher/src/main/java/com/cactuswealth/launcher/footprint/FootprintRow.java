package com.cactuswealth.launcher.footprint;

/** What one part of the suite takes. Negative means not known. */
record FootprintRow(
        String name,
        long artifactBytes,
        double startSeconds,
        long idleResidentKib,
        long idleAnonymousKib,
        long flowResidentKib,
        long flowAnonymousKib,
        double idleCpuPercent) {

    String markdown() {
        return "| %s | %s | %s | %s | %s | %s | %s | %.2f |"
                .formatted(
                        name,
                        artifactBytes < 0 ? "-" : mib(artifactBytes / 1024),
                        startSeconds < 0 ? "-" : "%.3f".formatted(startSeconds),
                        mib(idleResidentKib),
                        mib(idleAnonymousKib),
                        mib(flowResidentKib),
                        mib(flowAnonymousKib),
                        idleCpuPercent);
    }

    private static String mib(long kib) {
        return kib < 0 ? "-" : "%.1f".formatted(kib / 1024.0);
    }
}
