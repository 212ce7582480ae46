package com.cactuswealth.launcher.lambda;

import com.cactuswealth.launcher.LauncherFailure;
import com.cactuswealth.servers.Programs;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** A real account, as a named profile of the AWS CLI reaches it. Only asked, never told. */
public final class AwsProfile {

    private final String name;
    private final Path program;

    /** The profile of that name, for the CLI on the PATH. */
    public AwsProfile(String name) {
        this(
                name,
                Programs.onPath("aws")
                        .orElseThrow(() -> new LauncherFailure("--profile needs the AWS CLI (aws), version 2")));
    }

    AwsProfile(String name, Path program) {
        this.name = name;
        this.program = program;
    }

    /** The function as it is deployed there. */
    public RenderedFunction function(String functionName) {
        var json = ask("lambda", "get-function-configuration", "--function-name", functionName, "--output", "json");
        try {
            var mapper = new ObjectMapper();
            var configuration = mapper.readTree(json);
            return new RenderedFunction(
                    functionName,
                    configuration.path("Timeout").asInt(),
                    mapper.convertValue(configuration.at("/Environment/Variables"), new TypeReference<>() {}),
                    mapper.createObjectNode(),
                    configuration.path("FunctionArn").asText());
        } catch (JsonProcessingException e) {
            throw new LauncherFailure("not JSON: " + json, e);
        }
    }

    /**
     * The environment in which the function only looks: a dry run, and nobody hears of it. The credentials are the
     * profile's, so that they have to allow what the function wants to see.
     */
    public Map<String, String> environment(RenderedFunction function) {
        var environment = new HashMap<>(function.environment());
        environment.put("CACTUS_BUDGET_GUARD_DRY_RUN", "true");
        environment.remove("CACTUS_BUDGET_GUARD_REPORT_TOPIC_ARN");
        environment.remove("CACTUS_BUDGET_GUARD_WEBHOOK_URL");
        environment.replace("CACTUS_BUDGET_GUARD_VERIFY_SIGNATURE", "false");
        // arn:aws:lambda:REGION:…
        environment.put("AWS_REGION", function.selfArn().split(":", -1)[3]);
        ask("configure", "export-credentials", "--format", "env-no-export")
                .lines()
                .map(line -> line.split("=", 2))
                .forEach(variable -> environment.put(variable[0], variable[1]));
        return environment;
    }

    private String ask(String... question) {
        var command = new ArrayList<>(List.of(program.toString(), "--profile", name));
        command.addAll(List.of(question));
        return Programs.output(command)
                .orElseThrow(() -> new LauncherFailure(
                        "the AWS CLI, with the profile " + name + ", refuses: " + String.join(" ", question)));
    }
}
