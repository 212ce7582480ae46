package com.cactuswealth.launcher.image;

import com.cactuswealth.launcher.Foreground;
import com.cactuswealth.launcher.LauncherFailure;
import com.cactuswealth.launcher.Packaging;
import com.cactuswealth.launcher.Project;
import com.cactuswealth.servers.Programs;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** Makes the image of one service after the other from what was built, with the Containerfile of their packaging. */
public final class ImageBuilder {

    private final Project project;
    private final ContainerEngine engine;
    private final Packaging packaging;
    private final String base;
    private final String version;

    /**
     * Of services that are built already.
     *
     * @param base the image to begin with; empty for the one that the Containerfile names
     * @param version the tag of the images
     */
    public ImageBuilder(Project project, ContainerEngine engine, Packaging packaging, String base, String version) {
        this.project = project;
        this.engine = engine;
        this.packaging = packaging;
        this.base = base;
        this.version = version;
    }

    /** Returns the image's name. */
    public String build(String module) {
        var context = new ImageContext(project, packaging);
        context.stage(module);
        if (Foreground.run(project.root(), Map.of(), command(module, context)) != 0) {
            throw new LauncherFailure("the image of " + module + " could not be built");
        }
        return name(module);
    }

    private String name(String module) {
        return "cactus/" + module + ":" + version;
    }

    List<String> command(String module, ImageContext context) {
        var containerfile = "deploy/Containerfile." + packaging.name().toLowerCase(Locale.ROOT);
        var command = new ArrayList<>(engine.build());
        command.addAll(List.of("--file", containerfile, "--tag", name(module)));
        command.addAll(argument("SERVICE", module));
        command.addAll(argument("VERSION", version));
        command.addAll(argument("REVISION", revision()));
        if (!base.isEmpty()) {
            command.addAll(argument("BASE", base));
        }
        command.add(context.directory().toString());
        return command;
    }

    private static List<String> argument(String name, String value) {
        return List.of("--build-arg", name + "=" + value);
    }

    private String revision() {
        return Programs.output(List.of("git", "-C", project.root().toString(), "rev-parse", "--short", "HEAD"))
                .orElse("unknown");
    }
}
