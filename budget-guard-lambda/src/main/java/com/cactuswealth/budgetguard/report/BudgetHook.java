package com.cactuswealth.budgetguard.report;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.cactuswealth.budgetguard.GuardConfig;
import com.cactuswealth.budgetguard.Outcome;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.quarkus.runtime.annotations.RegisterForReflection;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.net.HttpURLConnection;
import java.net.URI;
import java.security.GeneralSecurityException;
import java.time.Clock;
import java.time.Duration;
import java.util.Base64;
import java.util.List;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/** Tells the suite, whose administrators see it, by a signed webhook {@code budget.action} (Standard Webhooks 1.0.0). */
@Singleton
class BudgetHook {

    private static final int TIMEOUT_MILLIS = (int) Duration.ofSeconds(3).toMillis();
    private static final String SECRET_PREFIX = "whsec_";

    private final GuardConfig config;
    private final Secrets secrets;
    private final ObjectMapper mapper;
    private final Clock clock;

    BudgetHook(GuardConfig config, Secrets secrets, ObjectMapper mapper, Clock clock) {
        this.config = config;
        this.secrets = secrets;
        this.mapper = mapper;
        this.clock = clock;
    }

    /** Sends where a suite is configured. */
    void send(Report report) throws IOException, GeneralSecurityException {
        if (config.webhookUrl().isPresent() && config.webhookSecretParameter().isPresent()) {
            var secret = secrets.named(config.webhookSecretParameter().get());
            post(config.webhookUrl().get(), secret, report);
        }
    }

    private void post(URI url, String secret, Report report) throws IOException, GeneralSecurityException {
        var now = clock.instant();
        // The same for a run that Lambda retries, so that the suite tells its administrators once.
        var id = "budget_" + report.subject().run() + "_" + report.outcome();
        var timestamp = Long.toString(now.getEpochSecond());
        var body = mapper.writeValueAsBytes(new Event("budget.action", now.toString(), Data.of(report)));
        var connection = (HttpURLConnection) url.toURL().openConnection();
        try {
            connection.setConnectTimeout(TIMEOUT_MILLIS);
            connection.setReadTimeout(TIMEOUT_MILLIS);
            connection.setInstanceFollowRedirects(false);
            connection.setRequestMethod("POST");
            connection.setRequestProperty("content-type", "application/json");
            connection.setRequestProperty("webhook-id", id);
            connection.setRequestProperty("webhook-timestamp", timestamp);
            connection.setRequestProperty("webhook-signature", signature(secret, id, timestamp, body));
            connection.setDoOutput(true);
            connection.setFixedLengthStreamingMode(body.length);
            try (var out = connection.getOutputStream()) {
                out.write(body);
            }
            if (connection.getResponseCode() / 100 != 2) {
                throw new IOException("the suite answered " + connection.getResponseCode());
            }
        } finally {
            connection.disconnect();
        }
    }

    /** What platform's {@code Signature} does; for a dozen lines this function does not load and start the platform. */
    private static String signature(String secret, String id, String timestamp, byte[] body)
            throws GeneralSecurityException {
        var key = secret.startsWith(SECRET_PREFIX) ? secret.substring(SECRET_PREFIX.length()) : secret;
        var mac = Mac.getInstance("HmacSHA256");
        mac.init(new SecretKeySpec(Base64.getDecoder().decode(key.strip()), "HmacSHA256"));
        mac.update((id + "." + timestamp + ".").getBytes(UTF_8));
        return "v1," + Base64.getEncoder().encodeToString(mac.doFinal(body));
    }

    @RegisterForReflection
    record Event(String type, String timestamp, Data data) {}

    @RegisterForReflection
    record Data(
            String action,
            Outcome outcome,
            String budget,
            String period,
            String amount,
            String budgeted,
            List<String> instances,
            Text summary) {

        static Data of(Report report) {
            var view = ReportView.of(report);
            return new Data(
                    view.action(),
                    view.outcome(),
                    view.budget(),
                    view.period(),
                    view.amount(),
                    view.budgeted(),
                    view.instances(),
                    view.summary());
        }
    }
}
