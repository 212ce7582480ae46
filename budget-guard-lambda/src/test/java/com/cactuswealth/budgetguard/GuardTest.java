package com.cactuswealth.budgetguard;

import com.cactuswealth.budgetguard.proxy.AwsProxy;
import com.cactuswealth.servers.MotoAccount;
import com.cactuswealth.servers.MotoAccount.Mail;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.inject.Inject;
import java.math.BigDecimal;
import java.time.YearMonth;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;

/** A test of a whole function: before each an account with what Terraform makes, and no instance. */
public abstract class GuardTest {

    protected static final Map<String, String> OURS = Map.of("Project", "cactus", "cactus:budget-guard", "stop");

    @Inject
    protected RecordedConsole console;

    @BeforeEach
    void makeAccount() {
        LocalAws.moto().reset();
        account().table(LocalAws.TABLE);
        account().topic(LocalAws.REPORTS);
        account().secret(LocalAws.SECRET_PARAMETER, LocalAws.SECRET);
        spend("71.30");
        proxy().reset();
        suite().reset();
        console.reset();
    }

    /** The budget's period as the guard writes it. */
    protected static String thisMonth() {
        return YearMonth.now(ZoneOffset.UTC).toString();
    }

    protected static String lastMonth() {
        return YearMonth.now(ZoneOffset.UTC).minusMonths(1).toString();
    }

    protected static AwsProxy proxy() {
        return LocalAws.proxy();
    }

    protected static MotoAccount account() {
        return LocalAws.account();
    }

    protected static HookReceiver suite() {
        return LocalAws.suite();
    }

    /** So much of the 75 dollars is spent. */
    protected static void spend(String amount) {
        account().budget(LocalAws.BUDGET, new BigDecimal("75"), new BigDecimal(amount));
    }

    /** A running one that the guard may touch. */
    protected static String launch() {
        return account().launch("t4g.small", OURS);
    }

    /** One that the guard stopped in that month. */
    protected static String stoppedByTheGuardIn(String month) {
        var instance = launch();
        account().stop(instance);
        account().tag(instance, "cactus:stopped-period", month);
        account().tag(instance, "cactus:stopped-reason", "USD 71.30 of 75.00 spent");
        return instance;
    }

    protected static MotoAccount.Instance instance(String id) {
        return account().instance(id);
    }

    /** The e-mails since the last time it was asked. */
    protected static List<Mail> mail() {
        return account().mail(LocalAws.REPORTS);
    }

    /** What a schedule sends. */
    protected static GuardEvent scheduled(String action) {
        return event("{\"action\":\"" + action + "\"}");
    }

    /** What Lambda hands over. */
    protected static GuardEvent event(String json) {
        try {
            return new ObjectMapper().readValue(json, GuardEvent.class);
        } catch (JsonProcessingException unreadable) {
            throw new AssertionError(json, unreadable);
        }
    }
}
