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
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** What a sign-in page should show. */
@Path("/api/v1/auth/methods")
@NonBlocking
@PermitAll
@Tag(name = "Sign-in")
class MethodResource {

    private final Set<Kind> offered;

    MethodResource(@All List<SignInMethod> methods) {
        offered = methods.stream().map(SignInMethod::kind).collect(Collectors.toSet());
    }

    @GET
    @Operation(summary = "Ways to sign in", description = "Which of password, Google and passkey are offered here.")
    public MethodsView offered() {
        return new MethodsView(
                offered.contains(Kind.PASSWORD), offered.contains(Kind.GOOGLE), offered.contains(Kind.PASSKEY));
    }
}
