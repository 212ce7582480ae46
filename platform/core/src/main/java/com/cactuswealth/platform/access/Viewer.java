package com.cactuswealth.platform.access;

import com.cactuswealth.platform.problem.Problem;
import io.quarkus.security.identity.SecurityIdentity;
import jakarta.enterprise.context.RequestScoped;
import java.util.UUID;
import org.eclipse.microprofile.jwt.JsonWebToken;

/** Who is calling, as the verified access token says. Only for requests that require sign-in. */
@RequestScoped
public class Viewer {

    private final SecurityIdentity identity;

    Viewer(SecurityIdentity identity) {
        this.identity = identity;
    }

    public UUID id() {
        return UUID.fromString(token().getSubject());
    }

    public String name() {
        return token().getClaim("name");
    }

    public Role role() {
        return Role.valueOf(token().getGroups().iterator().next());
    }

    public Scope scope() {
        return switch (role()) {
            case ADMIN, COMPLIANCE -> new Scope.Everything();
            case MANAGER -> new Scope.Team(id());
            case ADVISOR -> new Scope.Own(id());
        };
    }

    private JsonWebToken token() {
        if (identity.getPrincipal() instanceof JsonWebToken token) {
            return token;
        }
        throw Problem.unauthenticated("accessToken");
    }
}
