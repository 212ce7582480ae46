package com.cactuswealth.portfolios.client;

import com.cactuswealth.platform.access.Scope;
import com.cactuswealth.platform.access.Scope.Everything;
import com.cactuswealth.platform.access.Scope.Own;
import com.cactuswealth.platform.access.Scope.Team;
import com.cactuswealth.platform.problem.Problem;
import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Optional;
import java.util.UUID;

/** The clients that this service has heard of, each only for those who may see them. */
@ApplicationScoped
public class Clients implements PanacheRepositoryBase<Client, UUID> {

    /** A client in the scope; not found otherwise, also while its event is still on its way. */
    public Client visible(Scope scope, UUID id) {
        return find(scope, id).orElseThrow(() -> Problem.notFound("client"));
    }

    /** @throws Problem conflict when the client is archived: its portfolios are read, and none is added */
    public Client present(Scope scope, UUID id) {
        var client = visible(scope, id);
        if (client.archived()) {
            throw Problem.conflict("client.archived");
        }
        return client;
    }

    /** Empty outside the scope. */
    public Optional<Client> find(Scope scope, UUID id) {
        var found =
                switch (scope) {
                    case Everything() -> find("id", id);
                    case Team(var manager) -> find("""
                                id = ?1 and (ownerId = ?2
                                or exists (select 1 from Advisor a where a.id = ownerId and a.managerId = ?2))""", id, manager);
                    case Own(var advisor) -> find("id = ?1 and ownerId = ?2", id, advisor);
                };
        return found.firstResultOptional();
    }
}
