package com.cactuswealth.launcher.lambda;

import com.cactuswealth.launcher.LauncherFailure;
import com.cactuswealth.launcher.Project;
import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.util.Map;

/**
 * One of the budget guard's functions as Terraform makes it: {@code terraform/rendered.json} holds the example's.
 *
 * @param environment what the function is configured with
 * @param policy what its role may do
 * @param selfArn whom it invokes to carry on
 */
@JsonIgnoreProperties(ignoreUnknown = true)
public record RenderedFunction(
        String functionName, int timeout, Map<String, String> environment, JsonNode policy, String selfArn) {

    private static final String SETTING = "CACTUS_BUDGET_GUARD_";

    public RenderedFunction {
        environment = Map.copyOf(environment);
    }

    /** The function that does {@code stop}, {@code resize} or {@code resume}. */
    public static RenderedFunction of(Project project, String action) {
        var file = project.root().resolve("terraform/rendered.json");
        try {
            var mapper = new ObjectMapper();
            var function = mapper.readTree(file.toFile()).path("functions").path(action);
            if (function.isMissingNode()) {
                throw new LauncherFailure("no function " + action + " in " + file);
            }
            return mapper.treeToValue(function, RenderedFunction.class);
        } catch (IOException e) {
            throw new LauncherFailure("cannot read " + file + ": " + e.getMessage(), e);
        }
    }

    /** A setting of the guard, such as {@code BUDGET}. */
    public String setting(String name) {
        var value = environment.get(SETTING + name);
        if (value == null) {
            throw new LauncherFailure(functionName + " has no " + SETTING + name);
        }
        return value;
    }

    /** The last part of the ARN in a setting. */
    String nameIn(String setting) {
        var arn = setting(setting);
        return arn.substring(arn.lastIndexOf(':') + 1);
    }
}
