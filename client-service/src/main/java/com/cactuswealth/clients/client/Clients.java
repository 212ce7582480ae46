package com.cactuswealth.clients.client;

import static java.util.stream.Collectors.joining;
import static java.util.stream.Collectors.toSet;

import com.cactuswealth.platform.access.Scope;
import com.cactuswealth.platform.paging.Conditions;
import com.cactuswealth.platform.paging.Cursor;
import com.cactuswealth.platform.problem.Problem;
import io.quarkus.hibernate.orm.panache.PanacheQuery;
import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.LockModeType;
import jakarta.persistence.TypedQuery;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.hibernate.exception.ConstraintViolationException;

/**
 * The clients, each query limited to what the viewer may see. An archived one can be read and restored; lists, counts and
 * changes leave it out unless they say otherwise.
 */
@ApplicationScoped
public class Clients implements PanacheRepositoryBase<Client, UUID> {

    private static final String FROM = "from Client client where ";

    /** The conditions under which a {@code client} of a query belongs to the scope, archived or not. */
    public static Conditions in(Scope scope) {
        var conditions = new Conditions();
        return switch (scope) {
            case Scope.Everything() -> conditions;
            case Scope.Team(var manager) ->
                conditions.and(
                        // With an "or" PostgreSQL would count by looking at every client of the firm.
                        "client.ownerId in (select a.id from Advisor a where a.managerId = :viewer union all select :viewer)",
                        "viewer",
                        manager);
            case Scope.Own(var advisor) -> conditions.and("client.ownerId = :viewer", "viewer", advisor);
        };
    }

    /** The same without the archived. */
    public static Conditions presentIn(Scope scope) {
        return in(scope).and("client.archivedAt is null");
    }

    /** @throws Problem not found outside the scope */
    public void checkVisible(Scope scope, UUID id) {
        if (one(in(scope), id).count() == 0) {
            throw Problem.notFound("client");
        }
    }

    boolean isPresent(Scope scope, UUID id) {
        return one(presentIn(scope), id).count() > 0;
    }

    /** Those of the clients whom the viewer may see and who are not archived. */
    Set<UUID> present(Scope scope, Set<UUID> ids) {
        var conditions = presentIn(scope).and("client.id in :ids", "ids", ids);
        return with(
                        conditions,
                        getEntityManager().createQuery("select client.id " + FROM + conditions.where(), UUID.class))
                .getResultStream()
                .collect(toSet());
    }

    /** Those of the addresses that clients have. */
    Set<Address> present(List<Address> addresses) {
        var query = "select client.ownerId, client.email " + FROM
                + "client.archivedAt is null and client.ownerId in :owners and lower(client.email) in :emails";
        return getEntityManager()
                .createQuery(query, Object[].class)
                .setParameter("owners", addresses.stream().map(Address::ownerId).collect(toSet()))
                .setParameter("emails", addresses.stream().map(Address::email).collect(toSet()))
                .getResultStream()
                .map(row -> new Address((UUID) row[0], (String) row[1]))
                .collect(toSet());
    }

    static boolean isTakenEmail(ConstraintViolationException refused) {
        return "client_email".equals(refused.getConstraintName());
    }

    Client visible(Scope scope, UUID id) {
        return found(one(in(scope), id));
    }

    /** @throws Problem conflict when the client is archived */
    Client presentForChange(Scope scope, UUID id) {
        var client = visibleForChange(scope, id);
        if (client.isArchived()) {
            throw Problem.conflict("client.archived");
        }
        return client;
    }

    /** Locks the row, so that of two who change it at once the second sees what the first did. */
    Client visibleForChange(Scope scope, UUID id) {
        return found(one(in(scope), id).withLock(LockModeType.PESSIMISTIC_WRITE));
    }

    /** Fetches one more than the limit. */
    List<Client> list(Scope scope, ClientFilter filter, ClientSort sort, int limit, Optional<Cursor> after) {
        var conditions = matching(scope, filter);
        after.ifPresent(cursor -> sort.startAfter(conditions, cursor));
        return find(FROM + conditions.where() + sort.orderBy(), conditions.parameters())
                .range(0, limit)
                .list();
    }

    /** Of each stage the first, one more than the limit: each is a short walk along an index, together one query. */
    List<Client> firstOfEachStage(Scope scope, ClientFilter filter, ClientSort sort, int limit) {
        var conditions = matching(scope, filter).with("fetched", limit + 1);
        var columns = Arrays.stream(Stage.values())
                .map(stage -> "(select client " + FROM + conditions.where() + " and client.stage = " + stage
                        + sort.orderBy() + " limit :fetched)")
                .collect(joining(" union all "));
        return with(conditions, getEntityManager().createQuery(columns, Client.class))
                .getResultList();
    }

    long count(Scope scope, ClientFilter filter) {
        var conditions = matching(scope, filter);
        return count(FROM + conditions.where(), conditions.parameters());
    }

    public Map<Stage, Long> countByStage(Scope scope) {
        return countByStage(scope, new ClientFilter());
    }

    /** Every stage is in it, in its order. */
    Map<Stage, Long> countByStage(Scope scope, ClientFilter filter) {
        var conditions = matching(scope, filter);
        var counts = new EnumMap<Stage, Long>(Stage.class);
        Arrays.stream(Stage.values()).forEach(stage -> counts.put(stage, 0L));
        var query = "select client.stage, count(*) " + FROM + conditions.where() + " group by client.stage";
        with(conditions, getEntityManager().createQuery(query, Object[].class))
                .getResultStream()
                .forEach(row -> counts.put((Stage) row[0], (Long) row[1]));
        return counts;
    }

    /** The clients of one advisor are few: to look at each of them is quicker than to ask the index who else matches. */
    private static Conditions matching(Scope scope, ClientFilter filter) {
        var conditions = filter.addTo(in(scope));
        return switch (scope) {
            case Scope.Everything _, Scope.Team _ -> filter.addTrigrams(conditions);
            case Scope.Own _ -> conditions;
        };
    }

    private PanacheQuery<Client> one(Conditions conditions, UUID id) {
        conditions.and("client.id = :id", "id", id);
        return find(FROM + conditions.where(), conditions.parameters());
    }

    private static Client found(PanacheQuery<Client> query) {
        return query.firstResultOptional().orElseThrow(() -> Problem.notFound("client"));
    }

    private static <T> TypedQuery<T> with(Conditions conditions, TypedQuery<T> query) {
        conditions.parameters().forEach(query::setParameter);
        return query;
    }
}
