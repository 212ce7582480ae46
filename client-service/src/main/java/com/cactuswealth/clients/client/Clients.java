package com.cactuswealth.clients.client;

import com.cactuswealth.platform.access.Scope;
import com.cactuswealth.platform.paging.Conditions;
import com.cactuswealth.platform.paging.Cursor;
import com.cactuswealth.platform.problem.Problem;
import io.quarkus.hibernate.orm.panache.PanacheQuery;
import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.LockModeType;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** The clients, each query limited to what the viewer may see; archived ones are gone for everybody. */
@ApplicationScoped
public class Clients implements PanacheRepositoryBase<Client, UUID> {

    boolean isVisible(Scope scope, UUID id) {
        return one(scope, id).count() > 0;
    }

    Client visible(Scope scope, UUID id) {
        return one(scope, id).firstResultOptional().orElseThrow(() -> Problem.notFound("Client"));
    }

    /** Locks the row, so that of two who change it at once the second sees what the first did. */
    Client visibleForChange(Scope scope, UUID id) {
        return one(scope, id)
                .withLock(LockModeType.PESSIMISTIC_WRITE)
                .firstResultOptional()
                .orElseThrow(() -> Problem.notFound("Client"));
    }

    /** Fetches one more than the limit. */
    List<Client> list(Scope scope, ClientFilter filter, ClientSort sort, int limit, Optional<Cursor> after) {
        var conditions = filter.addTo(in(scope));
        after.ifPresent(cursor -> sort.startAfter(conditions, cursor));
        return find(conditions.where() + sort.orderBy(), conditions.parameters())
                .range(0, limit)
                .list();
    }

    long count(Scope scope, ClientFilter filter) {
        var conditions = filter.addTo(in(scope));
        return count(conditions.where(), conditions.parameters());
    }

    private PanacheQuery<Client> one(Scope scope, UUID id) {
        var conditions = in(scope).and("id = :id", "id", id);
        return find(conditions.where(), conditions.parameters());
    }

    private static Conditions in(Scope scope) {
        var present = new Conditions().and("archivedAt is null");
        return switch (scope) {
            case Scope.Everything() -> present;
            case Scope.Team(var manager) ->
                present.and(
                        "(ownerId = :viewer or ownerId in (select a.id from Advisor a where a.managerId = :viewer))",
                        "viewer",
                        manager);
            case Scope.Own(var advisor) -> present.and("ownerId = :viewer", "viewer", advisor);
        };
    }
}
