package com.cactuswealth.auth.user;

import com.cactuswealth.auth.signin.Passwords;
import com.cactuswealth.platform.access.Role;
import com.cactuswealth.platform.events.Outbox;
import com.cactuswealth.platform.identity.Ids;
import com.cactuswealth.platform.patch.MergePatch;
import com.cactuswealth.platform.problem.Problem;
import com.fasterxml.jackson.databind.JsonNode;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.persistence.LockModeType;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.ZoneId;
import java.util.UUID;
import org.hibernate.exception.ConstraintViolationException;
import org.jboss.logging.Logger;

/** Makes users, the first administrator by itself and the others on an administrator's request, and changes them. */
@ApplicationScoped
class UserService {

    private static final Logger LOG = Logger.getLogger(UserService.class);

    private final Users users;
    private final Passwords passwords;
    private final Outbox outbox;
    private final BootstrapConfig bootstrap;
    private final MergePatch mergePatch;
    private final Ids ids;
    private final Clock clock;

    UserService(
            Users users,
            Passwords passwords,
            Outbox outbox,
            BootstrapConfig bootstrap,
            MergePatch mergePatch,
            Ids ids,
            Clock clock) {
        this.users = users;
        this.passwords = passwords;
        this.outbox = outbox;
        this.bootstrap = bootstrap;
        this.mergePatch = mergePatch;
        this.ids = ids;
        this.clock = clock;
    }

    void makeFirstAdministrator(@Observes StartupEvent started) {
        var email = bootstrap.email();
        var password = bootstrap.password();
        if (email.isEmpty()
                || password.isEmpty()
                || QuarkusTransaction.requiringNew().call(users::count) > 0) {
            return;
        }
        var request = new UserRequest(email.get(), "admin", "Administrador", password.get(), Role.ADMIN, null, null);
        register(request, null);
        LOG.infof("Made the first administrator, %s", email.get());
    }

    /**
     * Registers a user.
     *
     * @param actor the administrator who asks, or null for the system
     * @throws Problem conflict when e-mail or username is taken; invalid input when the manager is not one
     */
    User register(UserRequest request, UUID actor) {
        var passwordHash = passwords.hash(request.password());
        return QuarkusTransaction.requiringNew().call(() -> save(request, passwordHash, actor));
    }

    private User save(UserRequest request, String passwordHash, UUID actor) {
        checkManager(request);
        var user = new User(ids.next(), request, passwordHash, clock.instant());
        try {
            users.persistAndFlush(user);
        } catch (ConstraintViolationException taken) {
            throw Problem.conflict("users_email".equals(taken.getConstraintName()) ? "email" : "username", "taken");
        }
        outbox.append("user.registered", user.id(), actor, UserEvent.of(user));
        return user;
    }

    /** Changes what people decide about themselves: the given fields, where null clears. */
    @Transactional
    User changeProfile(UUID id, JsonNode patch) {
        var user =
                users.findByIdOptional(id, LockModeType.PESSIMISTIC_WRITE).orElseThrow(() -> Problem.notFound("user"));
        var profile = mergePatch.apply(user.profile(), patch, ProfileRequest.class);
        if (profile.timeZone() != null && !ZoneId.getAvailableZoneIds().contains(profile.timeZone())) {
            throw Problem.invalid("timeZone", "user.timeZone");
        }
        user.change(profile, clock.instant());
        return user;
    }

    private void checkManager(UserRequest request) {
        if (request.managerId() == null) {
            return;
        }
        if (request.role() != Role.ADVISOR) {
            throw Problem.invalid("managerId", "user.managerOfAdvisor");
        }
        var manager = users.findByIdOptional(request.managerId());
        if (manager.isEmpty()
                || manager.get().role() != Role.MANAGER
                || !manager.get().isActive()) {
            throw Problem.invalid("managerId", "user.managerActive");
        }
    }
}
