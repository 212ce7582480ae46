package com.cactuswealth.webhooks;

import io.smallrye.config.SmallRyeConfigBuilder;
import java.util.Map;

/** Configuration for tests without a container: the defaults, but for what a test says. */
public final class TestConfig {

    private TestConfig() {}

    public static WebhooksConfig with(Map<String, String> changed) {
        var builder = new SmallRyeConfigBuilder().addDiscoveredConverters().withMapping(WebhooksConfig.class);
        changed.forEach((name, value) -> builder.withDefaultValue("cactus.webhooks." + name, value));
        return builder.build().getConfigMapping(WebhooksConfig.class);
    }
}
