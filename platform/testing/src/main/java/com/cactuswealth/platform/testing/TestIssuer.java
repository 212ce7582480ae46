package com.cactuswealth.platform.testing;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.sun.net.httpserver.HttpServer;
import io.smallrye.jwt.algorithm.SignatureAlgorithm;
import io.smallrye.jwt.build.Jwt;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigInteger;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.interfaces.ECPublicKey;
import java.security.spec.ECGenParameterSpec;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.Set;

/** Plays auth-service towards other services: publishes a key and signs access tokens with it. */
public final class TestIssuer {

    public static final String ISSUER = "http://issuer.test";

    private static final TestIssuer INSTANCE = new TestIssuer();

    private final KeyPair key = newKey();
    private final HttpServer server;

    private TestIssuer() {
        try {
            server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
        server.createContext("/.well-known/jwks.json", exchange -> {
            var body = jwks().getBytes(UTF_8);
            exchange.getResponseHeaders().add("Content-Type", "application/json");
            exchange.sendResponseHeaders(200, body.length);
            exchange.getResponseBody().write(body);
            exchange.close();
        });
        server.start();
    }

    static TestIssuer running() {
        return INSTANCE;
    }

    String url() {
        return "http://127.0.0.1:" + server.getAddress().getPort();
    }

    /** A valid access token. */
    public static String token(TestUser user) {
        return sign(user, ISSUER, "cactus", Instant.now().plus(Duration.ofMinutes(5)), INSTANCE.key);
    }

    /** Valid for a time of the test's choice. */
    public static String tokenFor(TestUser user, Duration validity) {
        return sign(user, ISSUER, "cactus", Instant.now().plus(validity), INSTANCE.key);
    }

    public static String expiredToken(TestUser user) {
        return sign(user, ISSUER, "cactus", Instant.now().minus(Duration.ofMinutes(5)), INSTANCE.key);
    }

    public static String tokenOfAnotherIssuer(TestUser user) {
        return sign(user, "http://evil.test", "cactus", Instant.now().plus(Duration.ofMinutes(5)), INSTANCE.key);
    }

    public static String tokenForAnotherAudience(TestUser user) {
        return sign(user, ISSUER, "elsewhere", Instant.now().plus(Duration.ofMinutes(5)), INSTANCE.key);
    }

    /** Signed with a key that nobody published, under the id of one that is. */
    public static String forgedToken(TestUser user) {
        return sign(user, ISSUER, "cactus", Instant.now().plus(Duration.ofMinutes(5)), newKey());
    }

    private static String sign(TestUser user, String issuer, String audience, Instant expiry, KeyPair key) {
        return Jwt.issuer(issuer)
                .subject(user.id().toString())
                .audience(audience)
                .groups(Set.of(user.role()))
                .claim("name", user.fullName())
                .claim("email", user.email())
                .issuedAt(expiry.minus(Duration.ofMinutes(5)))
                .expiresAt(expiry)
                .jws()
                .algorithm(SignatureAlgorithm.ES256)
                .keyId("test")
                .sign(key.getPrivate());
    }

    private String jwks() {
        var point = ((ECPublicKey) key.getPublic()).getW();
        return "{\"keys\":[{\"kty\":\"EC\",\"crv\":\"P-256\",\"use\":\"sig\",\"alg\":\"ES256\",\"kid\":\"test\",\"x\":\"%s\",\"y\":\"%s\"}]}"
                .formatted(coordinate(point.getAffineX()), coordinate(point.getAffineY()));
    }

    private static String coordinate(BigInteger value) {
        var bytes = new byte[32];
        var raw = value.toByteArray();
        var length = Math.min(raw.length, 32);
        System.arraycopy(raw, raw.length - length, bytes, 32 - length, length);
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }

    private static KeyPair newKey() {
        try {
            var generator = KeyPairGenerator.getInstance("EC");
            generator.initialize(new ECGenParameterSpec("secp256r1"));
            return generator.generateKeyPair();
        } catch (GeneralSecurityException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
