package com.cactuswealth.clients.advisor;

import com.cactuswealth.platform.access.Scope;
import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;

/** The people who may own clients. */
@ApplicationScoped
public class Advisors implements PanacheRepositoryBase<Advisor, UUID> {

    /** Compliance and administrators look after nobody. */
    private static final String MAY_OWN = "active and role in ('ADVISOR', 'MANAGER')";

    /** Those of them who may own clients now. */
    public Set<UUID> active(Set<UUID> ids) {
        return list("id in ?1 and " + MAY_OWN, ids).stream()
                .map(advisor -> advisor.id)
                .collect(Collectors.toSet());
    }

    /** Whether the viewer may give a client to this active advisor. */
    public boolean isOpenTo(Scope scope, UUID advisor) {
        return switch (scope) {
            case Scope.Everything() -> count("id = ?1 and " + MAY_OWN, advisor) > 0;
            case Scope.Team(var manager) ->
                advisor.equals(manager) || count("id = ?1 and managerId = ?2 and " + MAY_OWN, advisor, manager) > 0;
            case Scope.Own(var viewer) -> advisor.equals(viewer);
        };
    }
}
