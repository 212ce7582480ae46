package com.cactuswealth.notifications.inbox;

import com.cactuswealth.platform.events.Event;
import com.cactuswealth.platform.events.EventHandler;
import com.fasterxml.jackson.databind.JsonNode;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Arrays;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * Decides who is told of which event; nobody is told of what they did themselves. An event that lacks what its notification
 * says goes to the dead letters.
 */
@ApplicationScoped
class Announcements implements EventHandler {

    private static final Set<String> TYPES = Set.of(
            "client.created",
            "client.status_changed",
            "client.transferred",
            "portfolio.created",
            "webhook.endpoint_disabled",
            "user.registered");

    private final Inbox inbox;

    Announcements(Inbox inbox) {
        this.inbox = inbox;
    }

    @Override
    public boolean handles(String type) {
        return TYPES.contains(type);
    }

    @Override
    public void handle(Event event) {
        switch (event.type()) {
            case "client.created" ->
                tell("ownerId", Kind.CLIENT_CREATED, event, "/clients/" + event.subject(), "firstName", "lastName");
            case "client.status_changed" ->
                tell(
                        "ownerId",
                        Kind.STAGE_CHANGED,
                        event,
                        "/clients/" + event.subject(),
                        "firstName",
                        "lastName",
                        "fromStage",
                        "toStage");
            case "client.transferred" ->
                tell("ownerId", Kind.CLIENT_TRANSFERRED, event, "/clients/" + event.subject(), "firstName", "lastName");
            case "portfolio.created" ->
                tell(
                        "ownerId",
                        Kind.PORTFOLIO_CREATED,
                        event,
                        "/clients/" + text(event.data(), "clientId"),
                        "name",
                        "currency",
                        "clientName");
            case "webhook.endpoint_disabled" ->
                tell("createdBy", Kind.WEBHOOK_DISABLED, event, "/webhooks/" + event.subject(), "url", "reason");
            case "user.registered" -> {
                if (event.data().hasNonNull("managerId")) {
                    tell("managerId", Kind.ADVISOR_JOINED, event, "/clients?owner=" + event.subject(), "name");
                }
            }
            default -> throw new IllegalArgumentException("No notification for " + event.type());
        }
    }

    private void tell(String recipient, Kind kind, Event event, String link, String... parameters) {
        var user = UUID.fromString(text(event.data(), recipient));
        var actor = event.actor().orElse(null);
        var values = parameters(event.data(), parameters);
        if (!user.equals(actor)) {
            inbox.tell(user, kind, values, link, event.id(), actor);
        }
    }

    private static Map<String, String> parameters(JsonNode data, String... names) {
        return Arrays.stream(names).collect(Collectors.toMap(Function.identity(), name -> text(data, name)));
    }

    private static String text(JsonNode data, String name) {
        var value = data.path(name).textValue();
        if (value == null) {
            throw new IllegalArgumentException("The event has no " + name);
        }
        return value;
    }
}
