package com.cactuswealth.systemtests;

import static org.assertj.core.api.Assertions.assertThat;

import com.cactuswealth.launcher.Browser;
import com.cactuswealth.launcher.Progress;
import com.cactuswealth.launcher.Project;
import com.cactuswealth.launcher.demo.Demo;
import com.cactuswealth.launcher.demo.DemoPartner;
import java.io.IOException;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** The dashboard in a browser, on a suite of its own whose demo data nobody else changes. */
class DashboardIT {

    private final Progress progress = System.out::println;
    private final Project project = Project.current();

    @Test
    void itsTypesAreThoseOfTheRunningSuiteAndItWorksInABrowser() throws Exception {
        var browser = Browser.executable(progress);
        var home = Suites.newHome();
        try (var suite = Suites.inside(home).start();
                var partner = DemoPartner.listening(suite.partnerPort())) {
            var environment = Map.of(
                    "CACTUS_URL", suite.url().toString(),
                    "CACTUS_DEMO",
                            new Demo(suite, partner.url(), progress)
                                    .prepare(home)
                                    .toString(),
                    "CHROMIUM", browser.toString());

            assertThat(npm("api:check", environment))
                    .as("npm run api:check: the committed types are those of the suite's /openapi.json")
                    .isZero();
            assertThat(npm("e2e", environment))
                    .as("npm run e2e: the tests in a browser pass")
                    .isZero();
        }
    }

    private int npm(String script, Map<String, String> environment) throws IOException, InterruptedException {
        return Program.run(project.module(Project.FRONTEND), environment, "npm", "run", script);
    }
}
