package com.cactuswealth.gateway.proxy;

import com.cactuswealth.gateway.services.ProxyConfig;
import com.cactuswealth.gateway.services.Service;
import com.cactuswealth.platform.message.Message;
import com.cactuswealth.platform.problem.Problem;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** How many bodies are passed on while they come, so that uploads leave connections to every service for other requests. */
@Singleton
class Uploads {

    private final int limit;
    private final Map<Service, Integer> underWay = new ConcurrentHashMap<>();

    Uploads(ProxyConfig config) {
        limit = config.uploads();
    }

    /** Fails with a problem when there are too many. */
    void begin(Service service) {
        underWay.merge(service, 1, (count, one) -> {
            if (count >= limit) {
                throw Problem.unavailable(
                        Message.of("tooManyUploads").with("service", service.label()), Duration.ofSeconds(1));
            }
            return count + one;
        });
    }

    void end(Service service) {
        underWay.merge(service, -1, Integer::sum);
    }
}
