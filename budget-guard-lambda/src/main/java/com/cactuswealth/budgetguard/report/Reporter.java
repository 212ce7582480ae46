package com.cactuswealth.budgetguard.report;

import com.cactuswealth.budgetguard.Outcome;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import jakarta.inject.Singleton;
import java.io.UncheckedIOException;
import java.time.Clock;
import org.jboss.logging.Logger;

/** Tells what happened, by every way there is. No way that fails keeps the others, or the guard, from going on. */
@Singleton
public class Reporter {

    private static final Logger LOG = Logger.getLogger(Reporter.class);

    private final Console console;
    private final Mail mail;
    private final BudgetHook hook;
    private final ObjectMapper mapper;
    private final Clock clock;

    Reporter(Console console, Mail mail, BudgetHook hook, ObjectMapper mapper, Clock clock) {
        this.console = console;
        this.mail = mail;
        this.hook = hook;
        this.mapper = mapper;
        this.clock = clock;
    }

    /** Tells the suite what is about to happen to it, while it can still hear. */
    public void announce(Report report) {
        log(report);
        tell("the suite", () -> hook.send(report));
    }

    /** The end of a run: log and metrics and, unless it is routine, e-mail and the suite. */
    public void send(Report report) {
        log(report);
        print(MetricLine.of(report, clock.instant(), mapper));
        if (report.isRoutine()) {
            return;
        }
        tell("by e-mail", () -> {
            var letter = new Letter(report);
            mail.send(letter.subject(), letter.body());
        });
        tell("the suite", () -> hook.send(report));
    }

    private void log(Report report) {
        ObjectNode line = mapper.createObjectNode();
        line.put("time", clock.instant().toString());
        line.put("level", report.outcome() == Outcome.FAILED ? "ERROR" : "INFO");
        line.setAll((ObjectNode) mapper.valueToTree(ReportView.of(report)));
        print(line);
    }

    private void print(JsonNode line) {
        try {
            console.print(mapper.writeValueAsString(line));
        } catch (JsonProcessingException impossible) {
            throw new UncheckedIOException(impossible);
        }
    }

    private void tell(String whom, Telling telling) {
        try {
            telling.run();
        } catch (Exception failure) {
            LOG.warnf(failure, "Could not tell %s", whom);
        }
    }

    private interface Telling {
        void run() throws Exception;
    }
}
