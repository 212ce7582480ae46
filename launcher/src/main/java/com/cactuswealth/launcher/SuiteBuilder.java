package com.cactuswealth.launcher;

import java.nio.file.Path;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/** What kind of suite to start. By default: everything, on the JVM, on free ports, unsupervised and silent. */
public final class SuiteBuilder {

    final Path home;
    final Map<Service, Map<String, String>> environment = new EnumMap<>(Service.class);
    Project project;
    private final Map<Service, Packaging> exceptions = new EnumMap<>(Service.class);
    Packaging packaging = Packaging.JVM;
    Set<Service> services = EnumSet.allOf(Service.class);
    Progress progress = Progress.SILENT;
    int port;
    boolean supervised;
    boolean longRunning;
    boolean training;

    SuiteBuilder(Path home) {
        this.home = home.toAbsolutePath();
    }

    /** The working copy whose modules run; by default the one we are in. */
    public SuiteBuilder project(Project value) {
        project = value;
        return this;
    }

    public SuiteBuilder packaging(Packaging value) {
        packaging = value;
        return this;
    }

    /** One service otherwise than the rest. */
    public SuiteBuilder packaging(Service service, Packaging value) {
        exceptions.put(service, value);
        return this;
    }

    Packaging packaging(Service service) {
        return exceptions.getOrDefault(service, packaging);
    }

    /** The gateway on this port and the others after it. */
    public SuiteBuilder port(int value) {
        port = value;
        return this;
    }

    /** Only these services. */
    public SuiteBuilder services(Set<Service> value) {
        services = EnumSet.copyOf(value);
        return this;
    }

    /** Adds a variable to one service's environment. */
    public SuiteBuilder environment(Service service, String name, String value) {
        environment.computeIfAbsent(service, _ -> new TreeMap<>()).put(name, value);
        return this;
    }

    /** Starts again what ends by itself. */
    public SuiteBuilder supervised() {
        supervised = true;
        return this;
    }

    /** Uses the JVM's slow but better compiler too: for measuring throughput, at the price of a slower start. */
    public SuiteBuilder longRunning() {
        longRunning = true;
        return this;
    }

    /** Only to learn how to start faster. */
    SuiteBuilder training() {
        training = true;
        return this;
    }

    public SuiteBuilder progress(Progress value) {
        progress = value;
        return this;
    }

    /** Starts everything and returns when all of it is ready; nothing stays behind when that fails. */
    public Suite start() {
        if (project == null) {
            project = Project.current();
        }
        return Suite.start(this);
    }
}
