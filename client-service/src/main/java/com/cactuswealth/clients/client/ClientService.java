package com.cactuswealth.clients.client;

import com.cactuswealth.clients.activity.Activities;
import com.cactuswealth.clients.activity.ActivityKind;
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
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.hibernate.exception.ConstraintViolationException;

/** What can be done with clients; every change tells the rest of the firm in the same transaction. */
@ApplicationScoped
@Transactional
class ClientService {

    private final Clients clients;
    private final StageHistory history;
    private final Activities activities;
    private final Advisors advisors;
    private final Viewer viewer;
    private final MergePatch mergePatch;
    private final Outbox outbox;
    private final Ids ids;
    private final Clock clock;

    ClientService(
            Clients clients,
            StageHistory history,
            Activities activities,
            Advisors advisors,
            Viewer viewer,
            MergePatch mergePatch,
            Outbox outbox,
            Ids ids,
            Clock clock) {
        this.clients = clients;
        this.history = history;
        this.activities = activities;
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
        history.add(client.firstStage(ids.next(), viewer.id()));
        activities.happened(ActivityKind.CLIENT_CREATED, client, viewer.id(), client.createdAt());
        outbox.append("client.created", client.id(), viewer.id(), ClientEvent.of(client));
        return client;
    }

    /** @param ifMatch the entity tag that the caller edits, or null */
    Client patch(UUID id, JsonNode patch, String ifMatch) {
        var client = clients.presentForChange(viewer.scope(), id);
        Versions.check(ifMatch, client.version());
        for (var actOfItsOwn : new String[] {"stage", "ownerId"}) {
            if (patch.has(actOfItsOwn)) {
                throw Problem.invalid(actOfItsOwn, "client.notByPatch");
            }
        }
        var before = client.asRequest();
        var after = mergePatch.apply(before, patch, ClientRequest.class);
        var changed = mergePatch.differences(before, after);
        if (changed.isEmpty()) {
            return client;
        }
        if (changed.contains("referredByClientId")) {
            checkReferrer(after.referredByClientId(), id);
        }
        client.change(after, clock.instant());
        flush();
        activities.updated(client, viewer.id(), client.updatedAt(), changed);
        outbox.append("client.updated", id, viewer.id(), ClientEvent.of(client));
        return client;
    }

    /** Moving a client to the stage it is in changes nothing and tells nobody. */
    Client move(UUID id, Stage stage, String ifMatch) {
        var client = clients.presentForChange(viewer.scope(), id);
        Versions.check(ifMatch, client.version());
        if (client.stage() == stage) {
            return client;
        }
        var change = changeStage(client, stage);
        clients.flush();
        activities.stageChanged(client, change);
        outbox.append("client.status_changed", id, viewer.id(), ClientEvent.StatusChanged.of(client, change));
        return client;
    }

    /** A move that its author takes back at once leaves no stay behind; timeline and events tell both moves. */
    private StageChange changeStage(Client client, Stage stage) {
        var now = clock.instant();
        var mistake = takenBack(client, stage, now);
        if (mistake.isPresent()) {
            history.remove(mistake.get());
            return client.takeBack(mistake.get(), ids.next(), now);
        }
        var change = client.moveTo(stage, ids.next(), viewer.id(), now);
        history.add(change);
        return change;
    }

    /** Asked for only where the client has just moved, so that an ordinary move costs no query more. */
    private Optional<StageChange> takenBack(Client client, Stage stage, Instant now) {
        return StageChange.isRecent(client.stageSince(), now)
                ? history.latest(client.id()).filter(last -> last.isTakenBack(stage, viewer.id(), now))
                : Optional.empty();
    }

    /** Handing a client to its owner changes nothing and tells nobody. */
    Client transfer(UUID id, UUID owner, String ifMatch) {
        var client = clients.presentForChange(viewer.scope(), id);
        Versions.check(ifMatch, client.version());
        var formerOwner = client.ownerId();
        if (formerOwner.equals(owner)) {
            return client;
        }
        checkOwner(owner);
        client.transferTo(owner, clock.instant());
        flush("ownerId", "owner.hasAddress");
        activities.transferred(client, formerOwner, viewer.id(), client.updatedAt());
        outbox.append("client.transferred", id, viewer.id(), ClientEvent.Transferred.of(client, formerOwner));
        return client;
    }

    /** Archiving a client that is archived changes nothing and tells nobody. */
    void archive(UUID id) {
        var client = clients.visibleForChange(viewer.scope(), id);
        if (client.isArchived()) {
            return;
        }
        client.archive(clock.instant());
        activities.happened(ActivityKind.CLIENT_ARCHIVED, client, viewer.id(), client.updatedAt());
        outbox.append("client.archived", id, viewer.id(), ClientEvent.of(client));
    }

    /** Restoring a client that is not archived changes nothing and tells nobody. */
    Client restore(UUID id) {
        var client = clients.visibleForChange(viewer.scope(), id);
        if (!client.isArchived()) {
            return client;
        }
        client.restore(clock.instant());
        flush();
        activities.happened(ActivityKind.CLIENT_RESTORED, client, viewer.id(), client.updatedAt());
        outbox.append("client.restored", id, viewer.id(), ClientEvent.of(client));
        return client;
    }

    private UUID owner(UUID asked) {
        if (asked == null && viewer.role() == Role.ADMIN) {
            throw Problem.invalid("ownerId", "client.ownerMissing");
        }
        if (asked == null || asked.equals(viewer.id())) {
            return viewer.id();
        }
        checkOwner(asked);
        return asked;
    }

    private void checkOwner(UUID owner) {
        if (!advisors.isOpenTo(viewer.scope(), owner)) {
            throw Problem.invalid("ownerId", "owner.notYours");
        }
    }

    private void checkReferrer(UUID referrer, UUID client) {
        if (referrer == null) {
            return;
        }
        if (referrer.equals(client) || !clients.isPresent(viewer.scope(), referrer)) {
            throw Problem.invalid("referredByClientId", "client.notYourClient");
        }
    }

    private void flush() {
        flush("email", "client.emailTaken");
    }

    /** Writes what changed; field and code are those of the refusal when the owner has the e-mail address. */
    private void flush(String field, String code) {
        try {
            clients.flush();
        } catch (ConstraintViolationException taken) {
            if (Clients.isTakenEmail(taken)) {
                throw Problem.conflict(field, code);
            }
            throw taken;
        }
    }
}
