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

    /** Those of them who are active. */
    public Set<UUID> active(Set<UUID> ids) {
        return list("id in ?1 and active", ids).stream()
                .map(advisor -> advisor.id)
                .collect(Collectors.toSet());
    }

    /** Whether the viewer may give a client to this active advisor. */
    public boolean isOpenTo(Scope scope, UUID advisor) {
        return switch (scope) {
            case Scope.Everything() -> count("id = ?1 and active", advisor) > 0;
            case Scope.Team(var manager) ->
                advisor.equals(manager) || count("id = ?1 and managerId = ?2 and active", advisor, manager) > 0;
            case Scope.Own(var viewer) -> advisor.equals(viewer);
        };
    }
}
