package com.cactuswealth.clients.activity;

import com.cactuswealth.clients.client.Client;
import com.cactuswealth.clients.client.Clients;
import com.cactuswealth.clients.client.StageChange;
import com.cactuswealth.platform.access.Scope;
import com.cactuswealth.platform.identity.Ids;
import com.cactuswealth.platform.paging.Conditions;
import com.cactuswealth.platform.paging.Page;
import com.cactuswealth.platform.paging.PagedList;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import org.hibernate.Session;

/** The timelines: written in the transaction of what they tell, read by those who may see the client. */
@ApplicationScoped
public class Activities {

    private static final String VIEWS = """
            select new ActivityView(activity.id, activity.kind,
                new com.cactuswealth.clients.client.ClientName(client.id, client.firstName, client.lastName),
                activity.actorId, actor.name, activity.happenedAt, activity.fromStage, activity.toStage,
                activity.fromOwnerId, fromOwner.name, activity.toOwnerId, toOwner.name, activity.fields, activity.portfolio)
            from Activity activity join activity.client client left join Advisor actor on actor.id = activity.actorId
                left join Advisor fromOwner on fromOwner.id = activity.fromOwnerId
                left join Advisor toOwner on toOwner.id = activity.toOwnerId
            where\s""";

    private static final String NEWEST_FIRST = " order by activity.happenedAt desc, activity.id desc";

    private final Session entities;
    private final Ids ids;

    Activities(Session entities, Ids ids) {
        this.entities = entities;
        this.ids = ids;
    }

    /** For the kinds that need no more words. */
    public void happened(ActivityKind kind, Client client, UUID actor, Instant at) {
        entities.persist(new Activity(ids.next(), kind, client, actor, at));
    }

    public void stageChanged(Client client, StageChange change) {
        entities.persist(Activity.stageChanged(ids.next(), client, change));
    }

    public void updated(Client client, UUID actor, Instant at, List<String> fields) {
        entities.persist(Activity.updated(ids.next(), client, actor, at, fields));
    }

    public void transferred(Client client, UUID fromOwner, UUID actor, Instant at) {
        entities.persist(Activity.transferred(ids.next(), client, fromOwner, actor, at));
    }

    void portfolioOpened(Client client, UUID actor, Instant at, String portfolio) {
        entities.persist(Activity.portfolioOpened(ids.next(), client, actor, at, portfolio));
    }

    /** The newest of all clients in the scope, the archived too: that one was archived is news. */
    public List<ActivityView> latest(Scope scope, int limit) {
        return newest(Clients.in(scope), limit);
    }

    /** The timeline of a client whom the viewer may see, newest first. */
    Page<ActivityView> of(UUID client, int limit, Optional<String> cursor) {
        var conditions = new Conditions().and("activity.client.id = :id", "id", client);
        var list = PagedList.of("activities", client);
        list.after(cursor, 2)
                .ifPresent(last -> conditions
                        .and("(activity.happenedAt, activity.id) < (:afterTime, :afterId)")
                        .with("afterTime", last.instant(0))
                        .with("afterId", last.id(1)));
        return Page.of(
                list, newest(conditions, limit + 1), limit, count(client), Function.identity(), ActivityView::cursor);
    }

    private List<ActivityView> newest(Conditions conditions, int limit) {
        var query = entities.createSelectionQuery(VIEWS + conditions.where() + NEWEST_FIRST, ActivityView.class);
        conditions.parameters().forEach(query::setParameter);
        return query.setMaxResults(limit).getResultList();
    }

    private long count(UUID client) {
        return entities.createSelectionQuery(
                        "select count(*) from Activity activity where activity.client.id = :id", Long.class)
                .setParameter("id", client)
                .getSingleResult();
    }
}
