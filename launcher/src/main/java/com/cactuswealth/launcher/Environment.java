package com.cactuswealth.launcher;

import java.net.URI;
import java.util.Map;
import java.util.TreeMap;

/** What each service is told through its environment. */
final class Environment {

    static final String DATABASE = "cactus";

    private final Ports ports;
    private final Secrets secrets;
    private final Credentials administrator;

    Environment(Ports ports, Secrets secrets, Credentials administrator) {
        this.ports = ports;
        this.secrets = secrets;
        this.administrator = administrator;
    }

    URI publicUrl() {
        return URI.create("http://localhost:" + ports.of(Service.GATEWAY));
    }

    URI url(Service service) {
        return URI.create("http://127.0.0.1:" + ports.of(service));
    }

    Map<String, String> of(Service service) {
        var environment = new TreeMap<String, String>();
        environment.put("QUARKUS_HTTP_HOST", "127.0.0.1");
        environment.put("QUARKUS_HTTP_PORT", Integer.toString(ports.of(service)));
        environment.put("CACTUS_ISSUER", publicUrl().toString());
        environment.put("CACTUS_AUTH_URL", url(Service.AUTH).toString());
        environment.put("CACTUS_REDIS_URL", "redis://:" + secrets.password("redis") + "@127.0.0.1:" + ports.redis());
        service.role().ifPresent(role -> {
            environment.put("CACTUS_DATABASE_URL", "jdbc:postgresql://127.0.0.1:" + ports.postgres() + "/" + DATABASE);
            environment.put("CACTUS_DATABASE_PASSWORD", secrets.password(role));
            environment.put("CACTUS_SECRET_KEY", secrets.key(role));
        });
        switch (service) {
            case AUTH -> {
                environment.put("CACTUS_BOOTSTRAP_EMAIL", administrator.email());
                environment.put("CACTUS_BOOTSTRAP_PASSWORD", administrator.password());
            }
            case WEBHOOKS -> environment.put("CACTUS_WEBHOOKS_DEVELOPMENT", "true");
            case GATEWAY -> {
                for (var other : Service.values()) {
                    other.role()
                            .ifPresent(role -> environment.put(
                                    "CACTUS_SERVICES_" + other.name(),
                                    url(other).toString()));
                }
            }
            case NOTIFICATIONS -> environment.put("CACTUS_BUDGET_HOOK_SECRET", "whsec_" + secrets.key("budget-hook"));
            case CLIENTS, PORTFOLIOS -> {}
        }
        return environment;
    }
}
