package com.cactuswealth.auth.user;

import com.cactuswealth.platform.access.Role;
import com.cactuswealth.platform.access.Scope;
import com.cactuswealth.platform.paging.Conditions;
import com.cactuswealth.platform.paging.Cursor;
import com.cactuswealth.platform.problem.Problem;
import com.cactuswealth.platform.text.EmailAddress;
import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** The users, each query limited to what the viewer may see. */
@ApplicationScoped
public class Users implements PanacheRepositoryBase<User, UUID> {

    /** By e-mail or username, whatever their case and Unicode form. Usernames cannot contain an @, so at most one matches. */
    public Optional<User> byIdentifier(String identifier) {
        return find("lower(email) = ?1 or lower(username) = ?1", EmailAddress.normal(identifier))
                .firstResultOptional();
    }

    /** Replaces the hash of the same password; it is no change of the user that others should notice. */
    public void replacePasswordHash(User user, String hash) {
        update("passwordHash = ?1 where id = ?2 and passwordHash = ?3", hash, user.id(), user.passwordHash());
    }

    User visible(Scope scope, UUID id) {
        var conditions = in(scope).and("id = :id", "id", id);
        return find(conditions.where(), conditions.parameters())
                .firstResultOptional()
                .orElseThrow(() -> Problem.notFound("user"));
    }

    /** Ordered by name; fetches one more than the limit. */
    List<User> list(Scope scope, String text, Role role, int limit, Optional<Cursor> after) {
        var conditions = matching(scope, text, role);
        after.ifPresent(cursor -> conditions
                .and("(lower(name), id) > (:name, :id)", "name", cursor.values().get(0))
                .with("id", cursor.id(1)));
        return find(conditions.where() + " order by lower(name), id", conditions.parameters())
                .range(0, limit)
                .list();
    }

    long count(Scope scope, String text, Role role) {
        var conditions = matching(scope, text, role);
        return count(conditions.where(), conditions.parameters());
    }

    private static Conditions matching(Scope scope, String text, Role role) {
        var conditions = in(scope);
        if (text != null && !text.isBlank()) {
            conditions.and(
                    "(lower(name) like :text escape '!' or lower(email) like :text escape '!' or lower(username) like"
                            + " :text escape '!')",
                    "text",
                    Conditions.containing(text));
        }
        if (role != null) {
            conditions.and("role = :role", "role", role);
        }
        return conditions;
    }

    private static Conditions in(Scope scope) {
        return switch (scope) {
            case Scope.Everything() -> new Conditions();
            case Scope.Team(var manager) ->
                new Conditions().and("(id = :viewer or managerId = :viewer)", "viewer", manager);
            case Scope.Own(var advisor) -> new Conditions().and("id = :viewer", "viewer", advisor);
        };
    }
}
