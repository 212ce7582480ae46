package com.cactuswealth.gateway.suite;

import java.nio.charset.StandardCharsets;
import java.util.Base64;

/** An access token as the gateway sees it, which does not verify it. */
public final class Token {

    private Token() {}

    public static String of(String user) {
        return part("{\"alg\":\"ES256\"}") + '.' + part("{\"sub\":\"" + user + "\"}") + ".c2lnbmF0dXJl";
    }

    private static String part(String json) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(json.getBytes(StandardCharsets.UTF_8));
    }
}
