package com.cactuswealth.auth.signin;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import io.quarkus.scheduler.Scheduled;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;

/** The counts of {@link Throttle}. */
@ApplicationScoped
class AttemptCounts implements PanacheRepositoryBase<AttemptCount, String> {

    private final Clock clock;

    AttemptCounts(Clock clock) {
        this.clock = clock;
    }

    /** The count of a subject, a new one at zero, locked until the end of the transaction. */
    AttemptCount locked(String subject) {
        var insertOrLock = """
                insert into attempt_count (subject, attempts, wait_until, forget_at) values (:subject, 0, :now, :now)
                on conflict (subject) do update set subject = excluded.subject""";
        getEntityManager()
                .createNativeQuery(insertOrLock)
                .setParameter("subject", subject)
                .setParameter("now", clock.instant())
                .executeUpdate();
        return findById(subject);
    }

    /** Passes over the counts that a sign-in has locked, because it locks two and a deadlock would refuse it. */
    @Scheduled(every = "5m", delayed = "1m")
    @RunOnVirtualThread
    @Transactional
    void forgetTheOld() {
        var delete = """
                delete from attempt_count where subject in
                (select subject from attempt_count where forget_at < :now for update skip locked)""";
        getEntityManager()
                .createNativeQuery(delete)
                .setParameter("now", clock.instant())
                .executeUpdate();
    }
}
