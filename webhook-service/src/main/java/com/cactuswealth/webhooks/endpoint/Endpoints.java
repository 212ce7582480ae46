package com.cactuswealth.webhooks.endpoint;

import com.cactuswealth.platform.paging.Cursor;
import com.cactuswealth.platform.problem.Problem;
import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.LockModeType;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** The endpoints of the firm. */
@ApplicationScoped
class Endpoints implements PanacheRepositoryBase<Endpoint, UUID> {

    Endpoint get(UUID id) {
        return findByIdOptional(id).orElseThrow(() -> Problem.notFound("endpoint"));
    }

    /** Waits for others who change it, so that no change meets a version that is gone. */
    Endpoint lock(UUID id) {
        return findByIdOptional(id, LockModeType.PESSIMISTIC_WRITE).orElseThrow(() -> Problem.notFound("endpoint"));
    }

    /** Failures of the past no longer count against it. */
    void forgive(Endpoint endpoint) {
        getEntityManager()
                .createNativeQuery("update endpoint set failing_since = null where id = :id")
                .setParameter("id", endpoint.id())
                .executeUpdate();
        getEntityManager().refresh(endpoint);
    }

    /** The newest first; fetches one more than the limit. */
    List<Endpoint> list(int limit, Optional<Cursor> after) {
        return after.map(cursor -> find("id < ?1 order by id desc", cursor.id(0)))
                .orElseGet(() -> find("order by id desc"))
                .range(0, limit)
                .list();
    }
}
