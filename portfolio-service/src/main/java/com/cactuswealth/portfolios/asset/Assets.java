package com.cactuswealth.portfolios.asset;

import com.cactuswealth.platform.identity.Ids;
import com.cactuswealth.platform.paging.Cursor;
import com.cactuswealth.platform.paging.Page;
import com.cactuswealth.platform.problem.Problem;
import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.util.HashMap;
import java.util.Locale;
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
            throw Problem.conflict("symbol", "is taken");
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
     * @param cursor null for the first page
     */
    Page<AssetView> search(String text, AssetType type, String cursor, int limit) {
        var filter = new StringBuilder("1 = 1");
        var parameters = new HashMap<String, Object>();
        if (text != null) {
            filter.append(" and (lower(symbol) like :text escape '!' or lower(name) like :text escape '!')");
            parameters.put("text", contains(text));
        }
        if (type != null) {
            filter.append(" and type = :type");
            parameters.put("type", type);
        }
        var total = count(filter.toString(), parameters);
        if (cursor != null) {
            filter.append(" and symbol > :after");
            parameters.put("after", Cursor.decode(cursor, 1).values().getFirst());
        }
        var rows = find(filter + " order by symbol", parameters).range(0, limit).list();
        return Page.of(rows, limit, total, Asset::view, asset -> Cursor.of(asset.symbol()));
    }

    private static String contains(String text) {
        return "%" + text.toLowerCase(Locale.ROOT).replaceAll("[!%_]", "!$0") + "%";
    }
}
