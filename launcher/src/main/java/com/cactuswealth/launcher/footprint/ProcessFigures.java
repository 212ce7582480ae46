package com.cactuswealth.launcher.footprint;

import com.cactuswealth.launcher.LauncherFailure;
import com.cactuswealth.servers.Programs;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * What the operating system says of a process. Anonymous memory is what it cannot give back; the rest of the
 * resident set is mostly clean pages of the executable.
 */
public record ProcessFigures(long residentKib, long anonymousKib, long cpuMillis) {

    private static final int UNKNOWN = -1;
    private static final int USER_TIME = 11;

    /** Of the process and its children, such as PostgreSQL's; what they share is then counted for each. */
    public static ProcessFigures of(long pid) {
        var process = ProcessHandle.of(pid).orElseThrow(() -> new LauncherFailure("process " + pid + " has gone"));
        return Stream.concat(Stream.of(process), process.descendants())
                .map(ProcessHandle::pid)
                .map(ProcessFigures::ofOne)
                .reduce((a, b) -> new ProcessFigures(
                        a.residentKib + b.residentKib, a.anonymousKib + b.anonymousKib, a.cpuMillis + b.cpuMillis))
                .orElseThrow();
    }

    private static ProcessFigures ofOne(long pid) {
        var cpu = ProcessHandle.of(pid)
                .flatMap(process -> process.info().totalCpuDuration())
                .orElseThrow(() -> new LauncherFailure("process " + pid + " has gone"));
        var rollup = Path.of("/proc/" + pid + "/smaps_rollup");
        if (!Files.exists(rollup)) {
            var resident = Programs.output(List.of("ps", "-o", "rss=", "-p", Long.toString(pid)));
            return new ProcessFigures(
                    resident.map(text -> Long.parseLong(text.strip())).orElse((long) UNKNOWN), UNKNOWN, cpu.toMillis());
        }
        try {
            var text = Files.readString(rollup);
            return new ProcessFigures(kib(text, "Rss"), kib(text, "Pss_Anon"), cpuMillis(pid));
        } catch (IOException e) {
            throw new LauncherFailure("cannot read " + rollup + ": " + e.getMessage(), e);
        }
    }

    private static long kib(String rollup, String field) {
        var value = Pattern.compile("^" + field + ":\\s+(\\d+) kB", Pattern.MULTILINE)
                .matcher(rollup);
        return value.find() ? Long.parseLong(value.group(1)) : UNKNOWN;
    }

    /** User and system time in clock ticks, which are a hundredth of a second to user space on Linux. */
    private static long cpuMillis(long pid) throws IOException {
        var stat = Files.readString(Path.of("/proc/" + pid + "/stat"));
        var fields = stat.substring(stat.lastIndexOf(')') + 2).split(" ", -1);
        return (Long.parseLong(fields[USER_TIME]) + Long.parseLong(fields[USER_TIME + 1])) * 10;
    }
}
