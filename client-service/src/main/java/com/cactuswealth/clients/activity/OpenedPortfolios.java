package com.cactuswealth.clients.activity;

import com.cactuswealth.clients.client.Clients;
import com.cactuswealth.platform.events.Event;
import com.cactuswealth.platform.events.EventHandler;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.UUID;

/** Writes into a client's timeline that portfolio-service opened a portfolio. */
@ApplicationScoped
class OpenedPortfolios implements EventHandler {

    private final Activities activities;
    private final Clients clients;

    OpenedPortfolios(Activities activities, Clients clients) {
        this.activities = activities;
        this.clients = clients;
    }

    @Override
    public boolean handles(String type) {
        return type.equals("portfolio.created");
    }

    @Override
    public void handle(Event event) {
        var id = UUID.fromString(event.data().path("clientId").asText());
        var client = clients.findByIdOptional(id)
                .orElseThrow(() -> new IllegalArgumentException("No client " + id + " for that portfolio"));
        activities.portfolioOpened(
                client,
                event.actor().orElse(null),
                event.time(),
                event.data().path("name").asText());
    }
}
