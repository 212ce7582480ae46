package com.cactuswealth.launcher.command;

import com.cactuswealth.launcher.Packaging;
import com.cactuswealth.launcher.Project;
import com.cactuswealth.launcher.Service;
import com.cactuswealth.launcher.build.Build;
import com.cactuswealth.launcher.image.ContainerEngine;
import com.cactuswealth.launcher.image.ImageBuilder;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

@Command(name = "images", description = "Builds the services' container images; native ones unless told otherwise.")
final class Images implements Callable<Integer> {

    @Parameters(arity = "0..*", paramLabel = "SERVICE", description = "Only these; by default all six.")
    private List<String> services = List.of();

    @Option(names = "--jvm", description = "With a JVM instead of native executables.")
    private boolean jvm;

    @Option(
            names = "--engine",
            defaultValue = "",
            description = "docker, podman or buildah; else the first that works.")
    private String engine;

    @Option(
            names = "--base",
            paramLabel = "IMAGE",
            defaultValue = "",
            description = "Instead of the one that the Containerfile names.")
    private String base;

    @Option(names = "--version", defaultValue = Project.VERSION, description = "Their tag; default ${DEFAULT-VALUE}.")
    private String version;

    @Override
    public Integer call() {
        var terminal = new Terminal();
        var project = Project.current();
        var modules = services.isEmpty()
                ? Service.modules()
                : services.stream().map(name -> Service.named(name).module()).toList();
        // Before the long part, because there may be none.
        var found = engine.isEmpty() ? ContainerEngine.find() : ContainerEngine.named(engine);
        var build = new Build(project, terminal);
        if (jvm) {
            build.jvm(modules);
        } else {
            build.nativeExecutables(modules);
        }
        var builder = new ImageBuilder(project, found, jvm ? Packaging.JVM : Packaging.NATIVE, base, version);
        modules.forEach(module -> terminal.say("Built " + builder.build(module)));
        return 0;
    }
}
