package com.cactuswealth.systemtests;

import static org.assertj.core.api.Assertions.assertThat;

import com.cactuswealth.launcher.Credentials;
import com.cactuswealth.launcher.Project;
import com.cactuswealth.launcher.Suite;
import com.cactuswealth.launcher.demo.Api;
import com.cactuswealth.launcher.demo.Demo;
import com.cactuswealth.launcher.demo.DemoPartner;
import com.cactuswealth.servers.PythonEnvironment;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/**
 * The contract of the whole suite is well described and kept. On a suite of its own with demo data, because whatever the
 * contract allows is done to it.
 */
class ContractIT {

    private static final Path DIRECTORY = Project.current().module("system-tests/contract");
    private static final String SCHEMATHESIS = "schemathesis==4.32.5";

    private static Suite suite;
    private static DemoPartner partner;

    @BeforeAll
    static void start() {
        var home = Suites.newHome();
        suite = Suites.inside(home).start();
        partner = DemoPartner.listening(suite.partnerPort());
        new Demo(suite, partner.url(), System.out::println).prepare(home);
    }

    @AfterAll
    static void stop() {
        partner.close();
        suite.close();
    }

    @Test
    void spectralHasNothingToSay() throws Exception {
        var lock = DIRECTORY.resolve("package-lock.json");
        var installed = DIRECTORY.resolve("node_modules/.package-lock.json");
        // npm writes that file when it has installed everything.
        if (!Files.exists(installed)
                || Files.getLastModifiedTime(installed).compareTo(Files.getLastModifiedTime(lock)) < 0) {
            assertThat(run("npm", "ci", "--no-audit", "--no-fund")).isZero();
        }
        assertThat(run("npm", "run", "lint", "--", suite.url() + "/openapi.json"))
                .as("Spectral finds neither errors nor warnings in /openapi.json")
                .isZero();
    }

    @Test
    void anAdvisorHearsNothingOutsideTheContract() throws Exception {
        assertKept(new Credentials("ana@cactus.example", "ana", suite.password("demo.ana")));
    }

    @Test
    void anAdministratorHearsNothingOutsideTheContract() throws Exception {
        assertKept(suite.administrator());
    }

    private static void assertKept(Credentials person) throws Exception {
        var python = PythonEnvironment.python(SCHEMATHESIS.replace("==", "-"), List.of(SCHEMATHESIS));
        var token = Api.signIn(suite.url(), person).token();
        var asked = run(
                python.toString(),
                "-m",
                "schemathesis.cli",
                "--config-file",
                "schemathesis.toml",
                "run",
                suite.url() + "/openapi.json",
                "--header",
                "Authorization: Bearer " + token);
        assertThat(asked)
                .as("Schemathesis finds no failure of a service and no answer outside /openapi.json")
                .isZero();
    }

    private static int run(String... command) throws Exception {
        return Program.run(DIRECTORY, Map.of(), command);
    }
}
