package com.cactuswealth.launcher.command;

import com.cactuswealth.launcher.Browser;
import com.cactuswealth.launcher.Project;
import com.cactuswealth.launcher.Service;
import com.cactuswealth.launcher.build.Maven;
import com.cactuswealth.launcher.build.NativeToolchain;
import com.cactuswealth.launcher.build.Node;
import com.cactuswealth.servers.FreePort;
import com.cactuswealth.servers.PostgresServer;
import com.cactuswealth.servers.Programs;
import com.cactuswealth.servers.RedisServer;
import com.sun.management.OperatingSystemMXBean;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

@Command(name = "doctor", description = "Looks for what would keep Cactus from running here.")
final class Doctor implements Callable<Integer> {

    private static final long GIB = 1L << 30;

    private final Terminal terminal = new Terminal();
    private boolean sound = true;

    @Option(names = "--port", defaultValue = "8080", description = "Of the gateway; default ${DEFAULT-VALUE}.")
    private int port;

    @Override
    public Integer call() throws IOException {
        var root = Project.current().root();
        report(Runtime.version().feature() >= 25, "JDK", Runtime.version() + " in " + System.getProperty("java.home"));
        maven();
        node();
        ports();
        var disk = Files.getFileStore(root).getUsableSpace() / GIB;
        report(disk >= 5 && Files.isWritable(root), "disk", disk + " GiB free (5 needed) and writable: " + root);
        var system = (OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean();
        var memory = system.getTotalMemorySize() / GIB;
        report(memory >= 3, "memory", memory + " GiB (3 needed on the JVM, 8 to build natively)");
        servers();
        note("browser", Browser.find().map(Path::toString).orElse("no Chromium for the dashboard's tests"));
        note("python3", onPath("python3", "none on the PATH; the budget guard's tests need it"));
        note("go", onPath("go", "none on the PATH; the budget guard's native tests and ./cactus bench lambda need it"));
        var toolchain = NativeToolchain.search();
        note(
                "native builds",
                toolchain.map(NativeToolchain::description).orElse("no GraalVM, Mandrel or container engine"));
        return sound ? 0 : 1;
    }

    private static String onPath(String program, String otherwise) {
        return Programs.onPath(program).map(Path::toString).orElse(otherwise);
    }

    private void maven() {
        var program = new Maven(Project.current()).program();
        var version = Programs.output(List.of(program, "--version"));
        report(
                version.isPresent(),
                "Maven",
                version.flatMap(text -> text.lines().findFirst()).orElse(program + " does not run"));
    }

    private void node() {
        var node = Node.onPath();
        var found = node.version().isEmpty() ? "there is none on the PATH" : node.version();
        report(node.isNewEnough(), "Node", found + " (" + Node.NEEDED + " needed)");
        report(
                Programs.onPath("npm").isPresent(),
                "npm",
                Programs.onPath("npm").map(Path::toString).orElse("there is none on the PATH"));
    }

    private void ports() {
        var taken = Arrays.stream(Service.values())
                .map(service -> port + service.portOffset())
                .filter(wanted -> !FreePort.isFree(wanted))
                .map(String::valueOf)
                .collect(Collectors.joining(", "));
        report(FreePort.isFree(port), "port", port + (FreePort.isFree(port) ? " is free" : " is taken: use --port"));
        if (!taken.isEmpty()) {
            note("ports", taken + " taken; services behind the gateway then use others");
        }
    }

    private void servers() {
        try (var postgres = PostgresServer.temporary();
                var connection = postgres.connect("postgres")) {
            report(true, "PostgreSQL", connection.getMetaData().getDatabaseProductVersion() + " starts");
        } catch (SQLException | RuntimeException e) {
            report(false, "PostgreSQL", e.getMessage());
        }
        try (var redis = RedisServer.temporary()) {
            report(redis.isAlive(), "Redis", RedisServer.program() + " starts");
        } catch (RuntimeException e) {
            report(false, "Redis", e.getMessage());
        }
    }

    private void report(boolean good, String what, String detail) {
        sound &= good;
        terminal.say("%-4s %-14s %s".formatted(good ? "ok" : "BAD", what, detail));
    }

    private void note(String what, String detail) {
        terminal.say("%-4s %-14s %s".formatted("", what, detail));
    }
}
