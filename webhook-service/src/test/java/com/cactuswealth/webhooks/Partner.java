package com.cactuswealth.webhooks;

import static com.cactuswealth.platform.testing.As.as;
import static com.cactuswealth.platform.testing.TestUser.ADMIN;
import static org.awaitility.Awaitility.await;

import com.cactuswealth.webhooks.Receiver.Behaviour;
import com.cactuswealth.webhooks.Receiver.Received;
import com.standardwebhooks.Webhook;
import com.standardwebhooks.exceptions.WebhookVerificationException;
import io.restassured.path.json.JsonPath;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** A partner with an endpoint of its own, seen from both sides. */
public record Partner(UUID id, String path, String secret) {

    public static final Duration SOON = Duration.ofSeconds(15);
    public static final String ENDPOINTS = "/api/v1/webhooks/endpoints";
    public static final String DELIVERIES = "/api/v1/webhooks/deliveries";

    /** Receives the events of one aggregate only, so that tests do not see each other's. */
    public static Partner receiving(String type, UUID subject) {
        return register("http://127.0.0.1:" + Receiver.running().port(), type, subject);
    }

    /** Like {@link #receiving}, at another address. */
    public static Partner register(String origin, String type, UUID subject) {
        var path = "/" + UUID.randomUUID();
        var answer = as(ADMIN)
                .body(Map.of(
                        "url", origin + path,
                        "eventTypes", List.of(type),
                        "filter", Map.of("/id", List.of(subject.toString()))))
                .post(ENDPOINTS)
                .then()
                .statusCode(201)
                .extract()
                .jsonPath();
        return new Partner(answer.getUUID("id"), path, answer.getString("secret"));
    }

    public Partner answering(Behaviour behaviour) {
        Receiver.running().on(path, behaviour);
        return this;
    }

    public List<Received> received() {
        return Receiver.running().at(path);
    }

    public List<Received> awaitReceived(int count) {
        await().atMost(SOON).until(() -> received().size() >= count);
        return received();
    }

    public void change(Map<String, ?> patch) {
        as(ADMIN).body(patch).patch(ENDPOINTS + "/" + id).then().statusCode(200);
    }

    public JsonPath endpoint() {
        return as(ADMIN)
                .get(ENDPOINTS + "/" + id)
                .then()
                .statusCode(200)
                .extract()
                .jsonPath();
    }

    public void delete() {
        as(ADMIN).delete(ENDPOINTS + "/" + id).then().statusCode(204);
    }

    public UUID test() {
        return as(ADMIN)
                .post(ENDPOINTS + "/" + id + "/test")
                .then()
                .statusCode(202)
                .extract()
                .jsonPath()
                .getUUID("id");
    }

    /** The only delivery of this partner, once it is in that state. */
    public JsonPath awaitDelivery(String state) {
        await().atMost(SOON).until(() -> deliveries().getString("items[0].state"), state::equals);
        return delivery(deliveries().getUUID("items[0].id"));
    }

    public JsonPath deliveries() {
        return as(ADMIN)
                .get(DELIVERIES + "?endpointId=" + id)
                .then()
                .statusCode(200)
                .extract()
                .jsonPath();
    }

    public static JsonPath delivery(UUID id) {
        return as(ADMIN)
                .get(DELIVERIES + "/" + id)
                .then()
                .statusCode(200)
                .extract()
                .jsonPath();
    }

    /** As the partner does, with the public library; fails when the signature does not fit. */
    public void verify(Received request) {
        verify(request, secret);
    }

    public static void verify(Received request, String secret) {
        try {
            new Webhook(secret).verify(request.body(), request.headers());
        } catch (WebhookVerificationException refused) {
            throw new AssertionError(refused);
        }
    }
}
