package com.cactuswealth.auth;

import com.cactuswealth.platform.testing.RealServers;
import com.cactuswealth.servers.FreePort;
import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;
import java.util.HashMap;
import java.util.Map;

/** The real servers and the first administrator; this service is its own issuer. */
public class AuthServers implements QuarkusTestResourceLifecycleManager {

    public static final String ADMIN_EMAIL = "root@cactus.test";
    public static final String ADMIN_PASSWORD = "correct horse battery staple";

    private final RealServers servers = new RealServers();

    @Override
    public Map<String, String> start() {
        var settings = new HashMap<>(servers.start());
        var port = FreePort.any();
        settings.put("quarkus.http.test-port", Integer.toString(port));
        settings.put("cactus.auth-url", "http://127.0.0.1:" + port);
        settings.put("cactus.bootstrap.email", ADMIN_EMAIL);
        settings.put("cactus.bootstrap.password", ADMIN_PASSWORD);
        settings.put("cactus.sign-in.failures-allowed", "3");
        settings.put("cactus.sign-in.failures-allowed-per-address", "20");
        settings.put("cactus.sign-in.first-wait", "1M");
        // Tests move the clock, and verifiers fetch new keys every few minutes only.
        settings.put("cactus.sign-in.signing-key", "P3650D");
        settings.put("quarkus.datasource.jdbc.max-size", "5");
        return settings;
    }

    @Override
    public void stop() {
        servers.stop();
    }
}
