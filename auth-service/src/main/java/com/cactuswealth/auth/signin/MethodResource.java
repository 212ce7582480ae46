package com.cactuswealth.auth.signin;

import com.cactuswealth.auth.signin.SignInMethod.Kind;
import io.quarkus.arc.All;
import io.smallrye.common.annotation.NonBlocking;
import jakarta.annotation.security.PermitAll;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/** What a sign-in page should show. */
@Path("/api/v1/auth/methods")
@NonBlocking
@PermitAll
class MethodResource {

    private final Set<Kind> offered;

    MethodResource(@All List<SignInMethod> methods) {
        offered = methods.stream().map(SignInMethod::kind).collect(Collectors.toSet());
    }

    /** Which ways to sign in are offered here. */
    @GET
    public MethodsView offered() {
        return new MethodsView(
                offered.contains(Kind.PASSWORD), offered.contains(Kind.GOOGLE), offered.contains(Kind.PASSKEY));
    }
}
