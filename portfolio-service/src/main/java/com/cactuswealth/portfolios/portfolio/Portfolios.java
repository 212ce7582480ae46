package com.cactuswealth.portfolios.portfolio;

import com.cactuswealth.platform.access.Scope;
import com.cactuswealth.platform.events.Outbox;
import com.cactuswealth.platform.identity.Ids;
import com.cactuswealth.platform.paging.Cursor;
import com.cactuswealth.platform.paging.Page;
import com.cactuswealth.platform.paging.PagedList;
import com.cactuswealth.platform.problem.Problem;
import com.cactuswealth.portfolios.client.Client;
import com.cactuswealth.portfolios.client.Clients;
import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.util.Optional;
import java.util.UUID;
import org.hibernate.exception.ConstraintViolationException;

/** The portfolios; a client's are visible to those who may see the client. */
@ApplicationScoped
class Portfolios implements PanacheRepositoryBase<Portfolio, UUID> {

    private static final UUID BEFORE_ALL = new UUID(0, 0);

    private final Clients clients;
    private final Outbox outbox;
    private final Ids ids;
    private final Clock clock;

    Portfolios(Clients clients, Outbox outbox, Ids ids, Clock clock) {
        this.clients = clients;
        this.outbox = outbox;
        this.ids = ids;
        this.clock = clock;
    }

    /** @throws Problem conflict when the client has a portfolio of that name */
    Portfolio open(Client client, PortfolioRequest request, UUID actor) {
        var portfolio = new Portfolio(ids.next(), client.id(), request, clock.instant());
        try {
            persistAndFlush(portfolio);
        } catch (ConstraintViolationException taken) {
            throw Problem.conflict("name", "portfolio.nameTaken");
        }
        outbox.append("portfolio.created", portfolio.id(), actor, PortfolioCreated.of(portfolio.view(), client));
        return portfolio;
    }

    Portfolio visible(Scope scope, UUID id) {
        return findByIdOptional(id)
                .filter(portfolio -> clients.find(scope, portfolio.clientId()).isPresent())
                .orElseThrow(() -> Problem.notFound("portfolio"));
    }

    /** In the order in which they were opened. */
    Page<PortfolioView> of(Client client, Optional<String> cursor, int limit) {
        var list = PagedList.of("portfolios", client.id());
        var after = list.after(cursor, 1).map(last -> last.id(0)).orElse(BEFORE_ALL);
        var rows = find("clientId = ?1 and id > ?2 order by id", client.id(), after)
                .range(0, limit)
                .list();
        return Page.of(
                list,
                rows,
                limit,
                count("clientId", client.id()),
                Portfolio::view,
                portfolio -> Cursor.of(portfolio.id()));
    }
}
