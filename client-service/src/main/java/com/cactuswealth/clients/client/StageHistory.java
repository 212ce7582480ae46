package com.cactuswealth.clients.client;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.hibernate.Session;

/** The stages that clients went through. */
@ApplicationScoped
class StageHistory {

    /** No client has nearly as many; of one that has, the latest are told. */
    private static final int MOST = 500;

    private static final String STAYS = """
            select new StageStay(change.toStage, change.changedAt,
                lead(change.changedAt) over (order by change.changedAt, change.id), change.changedBy, advisor.name)
            from StageChange change left join Advisor advisor on advisor.id = change.changedBy
            where change.clientId = :client order by change.changedAt desc, change.id desc""";

    private final Session entities;

    StageHistory(Session entities) {
        this.entities = entities;
    }

    void add(StageChange change) {
        entities.persist(change);
    }

    void remove(StageChange change) {
        entities.remove(change);
    }

    /** Empty only for a client that is not there: each has entered its first stage. */
    Optional<StageChange> latest(UUID client) {
        return entities.createSelectionQuery(
                        "from StageChange where clientId = :client order by changedAt desc, id desc", StageChange.class)
                .setParameter("client", client)
                .setMaxResults(1)
                .uniqueResultOptional();
    }

    /** Oldest first. */
    List<StageStay> of(UUID client) {
        return entities.createSelectionQuery(STAYS, StageStay.class)
                .setParameter("client", client)
                .setMaxResults(MOST)
                .getResultList()
                .reversed();
    }
}
