package com.cactuswealth.clients.advisor;

import com.cactuswealth.platform.events.Event;
import com.cactuswealth.platform.events.EventHandler;
import com.cactuswealth.platform.team.AdvisorTable;
import jakarta.enterprise.context.ApplicationScoped;

/** Hears from auth-service who joins, moves and leaves. */
@ApplicationScoped
class AdvisorUpdates implements EventHandler {

    private final AdvisorTable advisors;

    AdvisorUpdates(AdvisorTable advisors) {
        this.advisors = advisors;
    }

    @Override
    public boolean handles(String type) {
        return AdvisorTable.concerns(type);
    }

    @Override
    public void handle(Event event) {
        advisors.apply(event);
    }
}
