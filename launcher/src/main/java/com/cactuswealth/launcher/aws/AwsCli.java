package com.cactuswealth.launcher.aws;

import com.cactuswealth.launcher.Foreground;
import com.cactuswealth.launcher.LauncherFailure;
import com.cactuswealth.servers.Programs;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.MissingNode;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The AWS CLI of this machine, with whatever credentials it finds. */
public final class AwsCli {

    private static final ObjectMapper JSON = new ObjectMapper();

    private final String region;

    public AwsCli(String region) {
        this.region = region;
    }

    public static boolean isInstalled() {
        return Programs.output(List.of("aws", "--version")).isPresent();
    }

    /** The account that the credentials belong to; nothing without credentials. */
    public Optional<String> account() {
        return ask("sts", "get-caller-identity")
                .map(answer -> answer.path("Account").asText());
    }

    /** The account, for what cannot be done without one. */
    public String requireAccount() {
        if (!isInstalled()) {
            throw new LauncherFailure("no AWS CLI on the PATH: install version 2 of it");
        }
        return account()
                .orElseThrow(() -> new LauncherFailure(
                        "no credentials for AWS: run aws configure sso, or set AWS_PROFILE or AWS_ACCESS_KEY_ID"));
    }

    /** Asks a question; nothing when AWS refuses or there is no answer. */
    public Optional<JsonNode> ask(String... arguments) {
        return Programs.output(command("json", arguments)).map(AwsCli::parse);
    }

    /** Asks a question that must be answered. */
    public JsonNode require(String... arguments) {
        return ask(arguments)
                .orElseThrow(() ->
                        new LauncherFailure("AWS does not answer: " + String.join(" ", command("json", arguments))));
    }

    /** Does something, with what AWS says on this terminal. */
    public void run(String... arguments) {
        if (Foreground.run(Path.of("."), Map.of(), command("text", arguments)) != 0) {
            throw new LauncherFailure("aws " + String.join(" ", arguments) + " failed");
        }
    }

    private List<String> command(String output, String... arguments) {
        var command = new ArrayList<>(List.of("aws", "--region", region, "--output", output, "--no-cli-pager"));
        command.addAll(List.of(arguments));
        return command;
    }

    private static JsonNode parse(String text) {
        try {
            return text.isBlank() ? MissingNode.getInstance() : JSON.readTree(text);
        } catch (JsonProcessingException e) {
            throw new LauncherFailure("the AWS CLI answered what is no JSON: " + text, e);
        }
    }
}
