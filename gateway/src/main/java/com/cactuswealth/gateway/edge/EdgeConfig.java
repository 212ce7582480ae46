package com.cactuswealth.gateway.edge;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.util.Optional;

/** How strangers reach the gateway. */
@ConfigMapping(prefix = "cactus.edge")
interface EdgeConfig {

    /** Sends whoever comes without TLS to the same address with it; for a gateway that has a certificate. */
    @WithDefault("false")
    boolean secureOnly();

    /** What CloudFront says in {@code X-Cactus-Edge} with every request; with it nobody else is answered. */
    Optional<String> originSecret();
}
