package com.cactuswealth.budgetguard.aws;

import static org.assertj.core.api.Assertions.assertThat;

import com.cactuswealth.budgetguard.Action;
import com.cactuswealth.budgetguard.GuardConfig;
import com.cactuswealth.budgetguard.GuardTest;
import com.cactuswealth.budgetguard.Invocation;
import com.cactuswealth.budgetguard.LocalAws;
import com.cactuswealth.budgetguard.Outcome;
import com.cactuswealth.budgetguard.ledger.Entry;
import com.cactuswealth.budgetguard.ledger.Key;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import org.junit.jupiter.api.Test;

@QuarkusTest
@WithTestResource(LocalAws.class)
class DynamoLedgerTest extends GuardTest {

    private static final Instant START = Instant.parse("2026-11-26T12:00:00Z");
    private static final Key KEY = new Key(Action.STOP, "cactus-monthly", "2026-11", "71.25");
    private static final String ID = "stop/cactus-monthly/2026-11/71.25";

    @Inject
    AwsClients clients;

    @Inject
    GuardConfig config;

    @Test
    void whatIsClaimedNobodyElseGets() {
        assertThat(at(0).claim(KEY, "task", invocation("first", 0))).contains(new Entry(ID, "task", ""));

        assertThat(at(60).claim(KEY, "task", invocation("second", 60))).isEmpty();
        assertThat(at(60).takeUp(ID, invocation("second", 60))).isEmpty();
    }

    @Test
    void aRetryOfTheSameInvocationGetsItsOwnClaimBackWithWhatItKept() {
        at(0).claim(KEY, "task", invocation("first", 0));
        at(1).keep(ID, "half-way");

        assertThat(at(60).claim(KEY, "task", invocation("first", 60))).contains(new Entry(ID, "task", "half-way"));
    }

    @Test
    void whatADeadInvocationLeftIsTakenUpWhenItsTimeIsOver() {
        at(0).claim(KEY, "task", invocation("dead", 0));
        at(1).keep(ID, "half-way");

        assertThat(at(304).claim(KEY, "task", invocation("next", 304))).isEmpty();
        assertThat(at(306).claim(KEY, "task", invocation("next", 306))).contains(new Entry(ID, "task", "half-way"));
    }

    @Test
    void whatIsReleasedIsTakenUpAtOnceAndOnlyOnce() {
        at(0).claim(KEY, "task", invocation("first", 0));
        at(1).release(ID);

        assertThat(at(2).takeUp(ID, invocation("second", 2))).contains(new Entry(ID, "task", ""));
        assertThat(at(3).takeUp(ID, invocation("third", 3))).isEmpty();
    }

    @Test
    void whatIsFinishedStaysSoUntilItMayBeAskedForAgain() {
        at(0).claim(KEY, "task", invocation("first", 0));
        at(1).keep(ID, "half-way");
        at(2).finish(ID, Outcome.DONE, START.plusSeconds(900));

        assertThat(at(3).outcome(ID)).contains("DONE");
        assertThat(at(3).claim(KEY, "task", invocation("first", 3))).isEmpty();
        assertThat(at(901).takeUp(ID, invocation("second", 901))).isEmpty();
        assertThat(at(901).claim(KEY, "other task", invocation("second", 901)))
                .contains(new Entry(ID, "other task", ""));
        assertThat(at(902).outcome(ID)).isEmpty();
    }

    @Test
    void whatWasNeverClaimedCannotBeTakenUp() {
        assertThat(at(0).takeUp(ID, invocation("first", 0))).isEmpty();
        assertThat(at(0).outcome(ID)).isEmpty();
    }

    private DynamoLedger at(int second) {
        return new DynamoLedger(clients, config, Clock.fixed(START.plusSeconds(second), ZoneOffset.UTC));
    }

    private static Invocation invocation(String id, int second) {
        return new Invocation(id, "arn", START.plusSeconds(second).plus(Duration.ofMinutes(5)));
    }
}
