package com.cactuswealth.auth.signin;

import io.quarkus.scheduler.Scheduled;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.util.UUID;

/** From which addresses users signed in lately. */
@ApplicationScoped
class KnownAddresses {

    private final EntityManager entities;
    private final SignInConfig config;
    private final Clock clock;

    KnownAddresses(EntityManager entities, SignInConfig config, Clock clock) {
        this.entities = entities;
        this.config = config;
        this.clock = clock;
    }

    /** Whether the account, which may belong to nobody, signed in from the address lately. */
    boolean contain(UUID account, String address) {
        var select = """
                select count(*) from known_address
                where user_id = :account and address = :address and seen_at > :oldest""";
        var found = (Number) entities.createNativeQuery(select)
                .setParameter("account", account)
                .setParameter("address", address)
                .setParameter("oldest", clock.instant().minus(config.knownAddress()))
                .getSingleResult();
        return found.intValue() > 0;
    }

    void remember(UUID user, String address) {
        var upsert = """
                insert into known_address (user_id, address, seen_at) values (:user, :address, :now)
                on conflict (user_id, address) do update set seen_at = excluded.seen_at""";
        entities.createNativeQuery(upsert)
                .setParameter("user", user)
                .setParameter("address", address)
                .setParameter("now", clock.instant())
                .executeUpdate();
    }

    @Scheduled(every = "1h", delayed = "3m")
    @RunOnVirtualThread
    @Transactional
    void forgetTheOld() {
        entities.createNativeQuery("delete from known_address where seen_at < :oldest")
                .setParameter("oldest", clock.instant().minus(config.knownAddress()))
                .executeUpdate();
    }
}
