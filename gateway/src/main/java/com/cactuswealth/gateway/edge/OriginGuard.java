package com.cactuswealth.gateway.edge;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.cactuswealth.platform.problem.Problem;
import com.cactuswealth.platform.problem.ProblemType;
import io.quarkus.vertx.http.runtime.filters.Filters;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import java.security.MessageDigest;
import java.util.Optional;

/**
 * Answers only what came through our own CloudFront, where there is one. A firewall cannot tell: CloudFront's addresses
 * are the same for everybody, so anybody's distribution could lead here. The pages under {@code /q} have a guard of their
 * own, since it is this machine that asks for them.
 */
@Singleton
class OriginGuard {

    static final String HEADER = "X-Cactus-Edge";

    private final Optional<byte[]> secret;

    OriginGuard(EdgeConfig config) {
        secret = config.originSecret().map(text -> text.getBytes(UTF_8));
    }

    void register(@Observes Filters filters) {
        secret.ifPresent(ours -> filters.register(context -> handle(context, ours), EdgeOrder.ORIGIN_GUARD));
    }

    private static void handle(RoutingContext context, byte[] secret) {
        var said = context.request().getHeader(HEADER);
        // The services need not know it.
        context.request().headers().remove(HEADER);
        if (OperationsGuard.isOperational(context)
                || (said != null && MessageDigest.isEqual(said.getBytes(UTF_8), secret))) {
            context.next();
        } else {
            Problems.send(context, Problem.of(ProblemType.ofStatus(403), "ownAddress"));
        }
    }
}
