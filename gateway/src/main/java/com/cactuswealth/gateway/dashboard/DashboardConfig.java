package com.cactuswealth.gateway.dashboard;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;

/** Where the dashboard is. */
@ConfigMapping(prefix = "cactus.dashboard")
interface DashboardConfig {

    /** The directory on the classpath with {@code index.html} and {@code assets}. */
    @WithDefault("dashboard")
    String root();
}
