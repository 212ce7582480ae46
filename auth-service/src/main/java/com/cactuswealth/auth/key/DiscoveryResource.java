package com.cactuswealth.auth.key;

import com.fasterxml.jackson.annotation.JsonProperty;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.PermitAll;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import java.math.BigInteger;
import java.util.Base64;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.Cache;

/** What a verifier of our tokens needs to know (OpenID Connect Discovery 1.0, RFC 7517). */
@Path("/.well-known")
@RunOnVirtualThread
@PermitAll
@Tag(name = "Sign-in")
class DiscoveryResource {

    private static final int COORDINATE_BYTES = 32;

    private final SigningKeys keys;
    private final String issuer;

    DiscoveryResource(SigningKeys keys, @ConfigProperty(name = "cactus.issuer") String issuer) {
        this.keys = keys;
        this.issuer = issuer;
    }

    record Discovery(
            @NotNull @JsonProperty("issuer") String issuer,
            @NotNull @JsonProperty("jwks_uri") String jwksUri,

            @NotNull @JsonProperty("subject_types_supported")
            List<String> subjectTypes,

            @NotNull @JsonProperty("id_token_signing_alg_values_supported")
            List<String> algorithms) {}

    record JsonWebKey(
            @NotNull UUID kid,
            @NotNull String kty,
            @NotNull String crv,
            @NotNull String use,
            @NotNull String alg,
            @NotNull String x,
            @NotNull String y) {}

    record JsonWebKeySet(@NotNull List<JsonWebKey> keys) {}

    @GET
    @Path("/openid-configuration")
    @Operation(
            summary = "What tokens are verified with",
            description = "OpenID Connect Discovery 1.0: who issues tokens, and where its keys are.")
    @Cache(maxAge = 300)
    public Discovery discovery() {
        return new Discovery(issuer, issuer + "/.well-known/jwks.json", List.of("public"), List.of("ES256"));
    }

    @GET
    @Path("/jwks.json")
    @Operation(
            summary = "Public keys",
            description = "The keys that access tokens are signed with, as a JSON Web Key Set (RFC 7517).")
    @Cache(maxAge = 60)
    public JsonWebKeySet keys() {
        return new JsonWebKeySet(
                keys.published().stream().map(DiscoveryResource::webKey).toList());
    }

    private static JsonWebKey webKey(SigningKeys.Published published) {
        var point = published.key().getW();
        return new JsonWebKey(
                published.id(),
                "EC",
                "P-256",
                "sig",
                "ES256",
                coordinate(point.getAffineX()),
                coordinate(point.getAffineY()));
    }

    /** Fixed length, big-endian (RFC 7518, 6.2.1.2): BigInteger may add a sign byte or drop leading zeros. */
    private static String coordinate(BigInteger value) {
        var raw = value.toByteArray();
        var length = Math.min(raw.length, COORDINATE_BYTES);
        var fixed = new byte[COORDINATE_BYTES];
        System.arraycopy(raw, raw.length - length, fixed, COORDINATE_BYTES - length, length);
        return Base64.getUrlEncoder().withoutPadding().encodeToString(fixed);
    }
}
