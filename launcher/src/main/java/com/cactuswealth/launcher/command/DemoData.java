package com.cactuswealth.launcher.command;

import com.cactuswealth.launcher.LauncherFailure;
import com.cactuswealth.launcher.Project;
import com.cactuswealth.launcher.Suite;
import com.cactuswealth.launcher.demo.Demo;
import com.cactuswealth.launcher.demo.DemoPartner;

/** The demo data of a suite that a person looks at. */
final class DemoData {

    private DemoData() {}

    /** A suite without demo data is still worth running. Its partner answers for as long as we live. */
    static void make(Suite suite, Project project, Terminal terminal) {
        try {
            var partner = DemoPartner.listening(suite.partnerPort());
            terminal.say("Demo sign-ins: " + new Demo(suite, partner.url(), terminal).prepare(project.home()));
        } catch (LauncherFailure e) {
            terminal.say("Demo data is incomplete: " + e.getMessage());
        }
    }
}
