package com.cactuswealth.portfolios.asset;

import com.cactuswealth.platform.identity.Ids;
import com.cactuswealth.platform.paging.Conditions;
import com.cactuswealth.platform.paging.Cursor;
import com.cactuswealth.platform.paging.Page;
import com.cactuswealth.platform.paging.PagedList;
import com.cactuswealth.platform.problem.Problem;
import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.util.Optional;
import java.util.UUID;
import org.hibernate.exception.ConstraintViolationException;

/** The firm's catalogue of assets. */
@ApplicationScoped
class Assets implements PanacheRepositoryBase<Asset, UUID> {

    private final Ids ids;
    private final Clock clock;

    Assets(Ids ids, Clock clock) {
        this.ids = ids;
        this.clock = clock;
    }

    /** @throws Problem conflict when the symbol is taken */
    Asset add(AssetRequest request) {
        var asset = new Asset(ids.next(), request, clock.instant());
        try {
            persistAndFlush(asset);
        } catch (ConstraintViolationException taken) {
            throw Problem.conflict("symbol", "taken");
        }
        return asset;
    }

    Asset get(UUID id) {
        return findByIdOptional(id).orElseThrow(() -> Problem.notFound("asset"));
    }

    /**
     * In the order of the symbols.
     *
     * @param text part of symbol or name, null for all
     * @param type null for all
     * @param cursor empty for the first page
     */
    Page<AssetView> search(String text, AssetType type, Optional<String> cursor, int limit) {
        var conditions = new Conditions();
        if (text != null) {
            conditions.and(
                    "(lower(symbol) like :text escape '!' or lower(name) like :text escape '!')",
                    "text",
                    Conditions.containing(text));
        }
        if (type != null) {
            conditions.and("type = :type", "type", type);
        }
        var total = count(conditions.where(), conditions.parameters());
        var list = PagedList.of("assets", text, type);
        list.after(cursor, 1)
                .ifPresent(last ->
                        conditions.and("symbol > :after", "after", last.values().getFirst()));
        var rows = find(conditions.where() + " order by symbol", conditions.parameters())
                .range(0, limit)
                .list();
        return Page.of(list, rows, limit, total, Asset::view, asset -> Cursor.of(asset.symbol()));
    }
}
