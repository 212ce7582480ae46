package com.cactuswealth.systemtests;

import com.standardwebhooks.Webhook;
import io.restassured.response.ValidatableResponse;
import java.net.URI;
import java.time.Instant;

/** The budget guard as the suite sees it: a machine without a user that signs with the secret they share. */
record BudgetGuard(URI url, String secret) {

    static BudgetGuard of(Suites.Front suite) {
        return new BudgetGuard(suite.url(), suite.budgetHookSecret());
    }

    /** At one instance of notification-service, past the gateway. */
    BudgetGuard at(int port) {
        return new BudgetGuard(URI.create("http://127.0.0.1:" + port), secret);
    }

    /** Says that it stops the server. */
    ValidatableResponse saysThatItStops(String messageId) throws Exception {
        var body = """
                {"type": "budget.action", "timestamp": "2026-11-26T10:00:00Z", "data": {
                    "action": "stop", "outcome": "ANNOUNCED", "budget": "%s", "period": "2026-11",
                    "amount": "71.30", "budgeted": "75.00", "instances": ["i-0123456789abcdef0"],
                    "summary": {"es": "Se apaga el servidor.", "en": "The server is being stopped."}}}""".formatted(messageId);
        var now = Instant.now().getEpochSecond();
        return Person.anonymous(url)
                .header("webhook-id", messageId)
                .header("webhook-timestamp", Long.toString(now))
                .header("webhook-signature", new Webhook(secret).sign(messageId, now, body))
                .body(body)
                .post("/api/v1/hooks/budget")
                .then();
    }
}
