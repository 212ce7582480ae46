package com.cactuswealth.benchmarks.box;

import com.cactuswealth.launcher.Credentials;
import com.cactuswealth.launcher.Project;
import com.cactuswealth.launcher.Service;
import java.io.IOException;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Properties;

/** The composed suite in containers, all of them inside one memory cgroup of 1 GiB. */
final class Box implements AutoCloseable {

    private static final String CONTAINERS =
            "podman ps --filter label=com.docker.compose.project=cactus-box --format {{.ID}}";

    private final Path scripts;
    private final Path folder;
    private final Properties properties;

    private Box(Path scripts, Path folder, Properties properties) {
        this.scripts = scripts;
        this.folder = folder;
        this.properties = properties;
    }

    static Box start(Path root) throws IOException, InterruptedException {
        var scripts = root.resolve("benchmarks/box");
        var folder = Files.createTempDirectory("cactus-box");
        var properties = new Properties();
        properties.load(new StringReader(output(scripts.resolve("start").toString(), folder.toString())));
        return new Box(scripts, folder, properties);
    }

    URI url() {
        return URI.create(properties.getProperty("url"));
    }

    Credentials administrator() {
        return new Credentials("admin@cactus.example", "admin", properties.getProperty("password"));
    }

    /** Gives the images that run another version's name as well. */
    void nameImages(String version) throws IOException, InterruptedException {
        for (var service : Service.modules()) {
            var image = "localhost/cactus/" + service + ":";
            output("podman", "tag", image + Project.VERSION, image + version);
        }
    }

    /** This machine, as containers reach it. */
    String host() {
        return properties.getProperty("host");
    }

    Cgroup whole() {
        return new Cgroup(properties.getProperty("cgroup"));
    }

    /** What each container takes now, by its service's name. */
    List<ContainerFigures> containers() throws IOException, InterruptedException {
        var ids = output(CONTAINERS.split(" ", -1)).lines().toList();
        var figures = new ArrayList<ContainerFigures>();
        for (var id : ids) {
            var facts = output(
                            "podman",
                            "inspect",
                            "--format",
                            "{{index .Config.Labels \"com.docker.compose.service\"}} {{.State.Pid}}",
                            id)
                    .strip()
                    .split(" ", -1);
            figures.add(ContainerFigures.of(facts[0], Cgroup.ofProcess(Long.parseLong(facts[1]))));
        }
        figures.sort(Comparator.comparing(ContainerFigures::service));
        return figures;
    }

    /** Asks the database for one value. */
    String sql(String select) throws IOException, InterruptedException {
        return output(
                        "podman",
                        "exec",
                        "cactus-box_postgres_1",
                        "psql",
                        "-U",
                        "postgres",
                        "-d",
                        "cactus",
                        "-XAtc",
                        select)
                .strip();
    }

    /** Runs a script of deploy/ as its operator does; returns the last line it prints. */
    String operate(String script, String... arguments) throws IOException, InterruptedException {
        var command = new ArrayList<>(List.of("./" + script));
        command.addAll(List.of(arguments));
        var builder =
                new ProcessBuilder(command).directory(folder.toFile()).redirectError(ProcessBuilder.Redirect.INHERIT);
        builder.environment().put("ENGINE", "podman");
        builder.environment().put("COMPOSE", scripts.resolve("compose").toString());
        var process = builder.start();
        var asking = Thread.ofVirtual().start(() -> askWhile(process));
        var output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        System.out.print(output);
        var exit = process.waitFor();
        asking.join();
        if (exit != 0) {
            throw new IOException(script + " failed with " + exit);
        }
        return output.strip().lines().reduce((_, last) -> last).orElse("");
    }

    /** Without systemd nobody else runs the health checks. */
    private void askWhile(Process process) {
        try {
            while (process.isAlive()) {
                output(scripts.resolve("ask").toString());
                Thread.sleep(500);
            }
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        } catch (InterruptedException over) {
            Thread.currentThread().interrupt();
        }
    }

    @Override
    public void close() throws IOException {
        try {
            output(scripts.resolve("stop").toString(), folder.toString());
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
        }
    }

    private static String output(String... command) throws IOException, InterruptedException {
        var process = new ProcessBuilder(command)
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
        var output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        if (process.waitFor() != 0) {
            throw new IOException(String.join(" ", command) + " failed: " + output);
        }
        return output;
    }
}
