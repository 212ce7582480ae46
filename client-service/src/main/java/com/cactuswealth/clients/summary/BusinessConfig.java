package com.cactuswealth.clients.summary;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.ZoneId;

/** Where the firm does business. */
@ConfigMapping(prefix = "cactus.business")
interface BusinessConfig {

    /** The zone in which business days begin and end. */
    @WithDefault("America/Argentina/Buenos_Aires")
    ZoneId zone();
}
