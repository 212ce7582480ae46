package com.cactuswealth.launcher.aws;

import com.cactuswealth.launcher.LauncherFailure;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * One house on AWS, as {@code terraform/NAME.tfvars} describes it. Everything in it is named after its project, so that
 * it is found without Terraform.
 *
 * @param name of the file, without its ending
 * @param variables the file
 */
public record Deployment(String name, Path variables, String project, String environment, String region) {

    private static final Pattern SETTING = Pattern.compile("^\\s*(\\w+)\\s*=\\s*\"([^\"]*)\"", Pattern.MULTILINE);

    /** The one of that name, whose file somebody has written. */
    public static Deployment named(Terraform terraform, String name) {
        var file = terraform.directory().resolve(name + ".tfvars");
        if (!Files.isRegularFile(file)) {
            throw new LauncherFailure("there is no " + file + ": copy " + file.resolveSibling("examples")
                    + "/production.tfvars to it and enter your addresses");
        }
        try {
            return read(name, file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static Deployment read(String name, Path file) throws IOException {
        var settings = SETTING.matcher(Files.readString(file))
                .results()
                .collect(Collectors.toMap(
                        (MatchResult setting) -> setting.group(1), setting -> setting.group(2), (_, last) -> last));
        return new Deployment(
                name,
                file,
                settings.getOrDefault("project", "cactus"),
                settings.getOrDefault("environment", ""),
                settings.getOrDefault("region", "us-east-1"));
    }

    public String box() {
        return project + "-box";
    }

    public String budget() {
        return project + "-monthly";
    }

    public String releaseParameter() {
        return "/" + project + "/" + environment + "/release";
    }

    /** Where one of the guard's functions writes. */
    public String log(String action) {
        return "/aws/lambda/" + project + "-budget-guard-" + action;
    }

    /** Where the box finds its releases. */
    public String releasesBucket(String account) {
        return project + "-releases-" + account;
    }

    /** Where Terraform keeps its state; the name is unique in the world by the account. */
    public String stateBucket(String account) {
        return project + "-terraform-" + account;
    }
}
