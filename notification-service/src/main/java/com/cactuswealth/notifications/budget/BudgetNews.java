package com.cactuswealth.notifications.budget;

import static com.cactuswealth.platform.access.Roles.ADMIN;

import com.cactuswealth.notifications.inbox.Inbox;
import com.cactuswealth.notifications.inbox.Kind;
import com.cactuswealth.platform.identity.Ids;
import com.cactuswealth.platform.problem.Problem;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import org.hibernate.Session;

/** Tells the administrators what the budget guard did, each message once. */
@ApplicationScoped
class BudgetNews {

    /** Where a notification has room for the whole text; the guard's matters have no page of their own. */
    private static final String LINK = "/notifications";

    private final Session database;
    private final Inbox inbox;
    private final Ids ids;

    BudgetNews(Session database, Inbox inbox, Ids ids) {
        this.database = database;
        this.inbox = inbox;
        this.ids = ids;
    }

    /** Does nothing if the message was told before. One that nobody is there to hear is to be sent again. */
    @Transactional
    void tell(String messageId, BudgetMessage message) {
        if (!isNew(messageId)) {
            return;
        }
        var administrators = administrators();
        if (administrators.isEmpty()) {
            throw Problem.unavailable("budgetHook.noAdministrator", Duration.ofMinutes(1));
        }
        var cause = ids.next();
        var parameters = BudgetWords.of(message.data());
        administrators.forEach(user -> inbox.tell(user, Kind.BUDGET, parameters, LINK, cause, null));
    }

    /** Waits for another transaction that is telling the same message, here or in another instance. */
    private boolean isNew(String messageId) {
        return database.createNativeMutationQuery("insert into budget_message (id) values (:id) on conflict do nothing")
                        .setParameter("id", messageId)
                        .executeUpdate()
                == 1;
    }

    private List<UUID> administrators() {
        return database.createNativeQuery("select id from advisor where role = :role and active", UUID.class)
                .setParameter("role", ADMIN)
                .getResultList();
    }
}
