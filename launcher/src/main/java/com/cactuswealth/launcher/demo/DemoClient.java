package com.cactuswealth.launcher.demo;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A client with a past.
 *
 * @param owner the advisor, by username
 * @param referrer e-mail address of the client who recommended the firm; empty for none
 * @param history oldest first, beginning as a prospect
 */
record DemoClient(
        Profile profile, String owner, String referrer, List<Entered> history, List<DemoPortfolio> portfolios) {

    /** That the client entered a stage. */
    record Entered(Stage stage, Instant at) {}

    String email() {
        return profile.email();
    }

    Stage stage() {
        return history.getLast().stage();
    }

    boolean isReferred() {
        return !referrer.isEmpty();
    }

    /** As the import takes it. */
    Map<String, Object> request(String ownerId, Optional<String> referrerId) {
        var request = profile.request();
        request.put("ownerId", ownerId);
        referrerId.ifPresent(id -> request.put("referredByClientId", id));
        request.put("createdAt", history.getFirst().at().toString());
        request.put(
                "history",
                history.stream()
                        .skip(1)
                        .map(entered -> Map.of(
                                "stage", entered.stage().name(),
                                "enteredAt", entered.at().toString()))
                        .toList());
        return request;
    }
}
