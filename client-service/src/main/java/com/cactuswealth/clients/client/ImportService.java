package com.cactuswealth.clients.client;

import com.cactuswealth.clients.activity.Activities;
import com.cactuswealth.clients.activity.ActivityKind;
import com.cactuswealth.clients.advisor.Advisors;
import com.cactuswealth.platform.access.Viewer;
import com.cactuswealth.platform.events.Outbox;
import com.cactuswealth.platform.identity.Ids;
import com.cactuswealth.platform.message.Message;
import com.cactuswealth.platform.problem.Problem;
import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.hibernate.exception.ConstraintViolationException;

/**
 * Writes what another system knew of clients. Each kind of row is written together, so that the database gets few
 * batches; each client is told as {@code client.imported}, which notifies nobody.
 */
@ApplicationScoped
class ImportService {

    private final Clients clients;
    private final StageHistory history;
    private final Activities activities;
    private final Advisors advisors;
    private final Viewer viewer;
    private final Outbox outbox;
    private final Ids ids;

    ImportService(
            Clients clients,
            StageHistory history,
            Activities activities,
            Advisors advisors,
            Viewer viewer,
            Outbox outbox,
            Ids ids) {
        this.clients = clients;
        this.history = history;
        this.activities = activities;
        this.advisors = advisors;
        this.viewer = viewer;
        this.outbox = outbox;
        this.ids = ids;
    }

    Imported take(ImportRequest request) {
        try {
            return QuarkusTransaction.requiringNew().call(() -> write(request));
        } catch (ConstraintViolationException refused) {
            if (Clients.isTakenEmail(refused)) {
                throw taken(request);
            }
            throw refused;
        }
    }

    private Imported write(ImportRequest request) {
        checkOwners(request);
        checkReferrers(request);
        var stories = request.clients().stream().map(this::story).toList();
        stories.forEach(story -> clients.persist(story.client()));
        clients.flush();
        stories.forEach(story -> story.changes().forEach(history::add));
        stories.forEach(this::tell);
        var events = new LinkedHashMap<UUID, ClientEvent>();
        stories.forEach(story -> events.put(story.client().id(), ClientEvent.of(story.client())));
        outbox.appendAll("client.imported", viewer.id(), events);
        return new Imported(stories.size(), List.copyOf(events.keySet()));
    }

    /** The client as it became by living through its history. */
    private Story story(ImportedClient imported) {
        var client = new Client(ids.next(), imported.ownerId(), imported.request(), imported.createdAt());
        var changes = new ArrayList<StageChange>();
        changes.add(client.firstStage(ids.next(), viewer.id()));
        imported.history()
                .forEach(
                        entry -> changes.add(client.moveTo(entry.stage(), ids.next(), viewer.id(), entry.enteredAt())));
        return new Story(client, changes);
    }

    private record Story(Client client, List<StageChange> changes) {}

    private void tell(Story story) {
        var client = story.client();
        activities.happened(ActivityKind.CLIENT_IMPORTED, client, viewer.id(), client.createdAt());
        story.changes().stream().skip(1).forEach(change -> activities.stageChanged(client, change));
    }

    private void checkOwners(ImportRequest request) {
        var active = advisors.active(values(request, ImportedClient::ownerId));
        refuseFirst(
                request, "ownerId", Message.of("client.inactiveAdvisor"), client -> !active.contains(client.ownerId()));
    }

    private void checkReferrers(ImportRequest request) {
        var known = clients.present(viewer.scope(), values(request, ImportedClient::referredByClientId));
        refuseFirst(
                request,
                "referredByClientId",
                Message.of("client.notYourClient"),
                client -> client.referredByClientId() != null && !known.contains(client.referredByClientId()));
    }

    private static Set<UUID> values(ImportRequest request, Function<ImportedClient, UUID> field) {
        return request.clients().stream().map(field).filter(Objects::nonNull).collect(Collectors.toSet());
    }

    private static void refuseFirst(
            ImportRequest request, String field, Message message, Predicate<ImportedClient> wrong) {
        for (var i = 0; i < request.clients().size(); i++) {
            if (wrong.test(request.clients().get(i))) {
                throw Problem.invalid("clients[" + i + "]." + field, message);
            }
        }
    }

    /** The index refused an address without saying whose: the first that an earlier client has, or one in the request. */
    private Problem taken(ImportRequest request) {
        var addresses = request.clients().stream().map(Address::of).toList();
        var present = addresses.stream().flatMap(Optional::stream).toList();
        var known = QuarkusTransaction.requiringNew().call(() -> new HashSet<>(clients.present(present)));
        for (var i = 0; i < addresses.size(); i++) {
            var address = addresses.get(i);
            if (address.isPresent() && !known.add(address.get())) {
                return Problem.conflict("clients[" + i + "].email", "client.emailTaken");
            }
        }
        return Problem.conflict("client.emailJustTaken");
    }
}
