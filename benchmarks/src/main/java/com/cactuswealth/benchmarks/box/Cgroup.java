package com.cactuswealth.benchmarks.box;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/** What the kernel counts for a group of processes, by version 1 of its control groups. */
record Cgroup(String name) {

    private static final Path CONTROLLERS = Path.of("/sys/fs/cgroup");

    static Cgroup ofProcess(long pid) throws IOException {
        try (var lines = Files.lines(Path.of("/proc/" + pid + "/cgroup"))) {
            var path = lines.filter(line -> line.contains(":memory:"))
                    .map(line -> line.substring(line.indexOf(":memory:") + ":memory:".length()))
                    .findFirst()
                    .orElseThrow(() -> new IOException("process " + pid + " is in no memory cgroup"));
            return new Cgroup(path.substring(1));
        }
    }

    long limit() throws IOException {
        return number(memory("memory.limit_in_bytes"));
    }

    /** Anonymous memory and cached pages of files, which the kernel takes back when it needs them. */
    long used() throws IOException {
        return number(memory("memory.usage_in_bytes"));
    }

    long mostUsed() throws IOException {
        return number(memory("memory.max_usage_in_bytes"));
    }

    long statistic(String key) throws IOException {
        return keyed(memory("memory.stat"), key);
    }

    long killed() throws IOException {
        return keyed(memory("memory.oom_control"), "oom_kill");
    }

    long cpuNanos() throws IOException {
        return number(CONTROLLERS.resolve("cpuacct").resolve(name).resolve("cpuacct.usage"));
    }

    List<Long> processes() throws IOException {
        try (Stream<String> pids = Files.lines(memory("cgroup.procs"))) {
            return pids.map(Long::parseLong).toList();
        }
    }

    private Path memory(String file) {
        return CONTROLLERS.resolve("memory").resolve(name).resolve(file);
    }

    private static long number(Path file) throws IOException {
        return Long.parseLong(Files.readString(file).strip());
    }

    private static long keyed(Path file, String key) throws IOException {
        try (var lines = Files.lines(file)) {
            return lines.filter(line -> line.startsWith(key + " "))
                    .mapToLong(line -> Long.parseLong(line.substring(key.length() + 1)))
                    .findFirst()
                    .orElseThrow(() -> new IOException("no " + key + " in " + file));
        }
    }
}
