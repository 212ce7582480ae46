package com.cactuswealth.clients.client;

import com.cactuswealth.clients.advisor.Advisors;
import com.cactuswealth.platform.access.Role;
import com.cactuswealth.platform.access.Viewer;
import com.cactuswealth.platform.events.Outbox;
import com.cactuswealth.platform.identity.Ids;
import com.cactuswealth.platform.patch.MergePatch;
import com.cactuswealth.platform.patch.Versions;
import com.cactuswealth.platform.problem.Problem;
import com.fasterxml.jackson.databind.JsonNode;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.util.UUID;
import org.hibernate.exception.ConstraintViolationException;

/** What can be done with clients; every change tells the rest of the firm in the same transaction. */
@ApplicationScoped
@Transactional
class ClientService {

    private final Clients clients;
    private final Advisors advisors;
    private final Viewer viewer;
    private final MergePatch mergePatch;
    private final Outbox outbox;
    private final Ids ids;
    private final Clock clock;

    ClientService(
            Clients clients,
            Advisors advisors,
            Viewer viewer,
            MergePatch mergePatch,
            Outbox outbox,
            Ids ids,
            Clock clock) {
        this.clients = clients;
        this.advisors = advisors;
        this.viewer = viewer;
        this.mergePatch = mergePatch;
        this.outbox = outbox;
        this.ids = ids;
        this.clock = clock;
    }

    Client create(ClientRequest request) {
        checkReferrer(request.referredByClientId(), null);
        var client = new Client(ids.next(), owner(request.ownerId()), request, clock.instant());
        clients.persist(client);
        flush();
        recordStage(client, null);
        outbox.append("client.created", client.id(), viewer.id(), ClientEvent.of(client));
        return client;
    }

    /** @param ifMatch the entity tag that the caller edits, or null */
    Client patch(UUID id, JsonNode patch, String ifMatch) {
        var client = clients.visibleForChange(viewer.scope(), id);
        Versions.check(ifMatch, client.version());
        for (var actOfItsOwn : new String[] {"stage", "ownerId"}) {
            if (patch.has(actOfItsOwn)) {
                throw Problem.invalid(actOfItsOwn, "cannot be changed by a patch");
            }
        }
        var request = mergePatch.apply(client.asRequest(), patch, ClientRequest.class);
        checkReferrer(request.referredByClientId(), id);
        client.change(request, clock.instant());
        flush();
        outbox.append("client.updated", id, viewer.id(), ClientEvent.of(client));
        return client;
    }

    /** Moving a client to the stage it is in changes nothing and tells nobody. */
    Client move(UUID id, Stage stage, String ifMatch) {
        var client = clients.visibleForChange(viewer.scope(), id);
        Versions.check(ifMatch, client.version());
        if (client.stage() == stage) {
            return client;
        }
        var left = client.moveTo(stage, clock.instant());
        clients.flush();
        recordStage(client, left);
        outbox.append(
                "client.status_changed",
                id,
                viewer.id(),
                new ClientEvent.StatusChanged(
                        id, client.firstName(), client.lastName(), client.ownerId(), left, stage));
        return client;
    }

    void archive(UUID id) {
        var client = clients.visibleForChange(viewer.scope(), id);
        client.archive(clock.instant());
        outbox.append("client.archived", id, viewer.id(), ClientEvent.of(client));
    }

    private UUID owner(UUID asked) {
        if (asked == null && viewer.role() == Role.ADMIN) {
            throw Problem.invalid("ownerId", "must name an advisor");
        }
        if (asked == null || asked.equals(viewer.id())) {
            return viewer.id();
        }
        if (!advisors.isOpenTo(viewer.scope(), asked)) {
            throw Problem.invalid("ownerId", "is not an advisor of yours");
        }
        return asked;
    }

    private void checkReferrer(UUID referrer, UUID client) {
        if (referrer == null) {
            return;
        }
        if (referrer.equals(client) || !clients.isVisible(viewer.scope(), referrer)) {
            throw Problem.invalid("referredByClientId", "is not another client of yours");
        }
    }

    private void recordStage(Client client, Stage left) {
        clients.getEntityManager()
                .persist(new StageChange(ids.next(), client.id(), left, client.stage(), viewer.id(), clock.instant()));
    }

    private void flush() {
        try {
            clients.flush();
        } catch (ConstraintViolationException taken) {
            if ("client_email".equals(taken.getConstraintName())) {
                throw Problem.conflict("email", "is the address of another client of this advisor");
            }
            throw taken;
        }
    }
}
