package com.cactuswealth.gateway.dashboard;

import com.cactuswealth.gateway.edge.Encoding;
import io.vertx.core.buffer.Buffer;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.HexFormat;

/**
 * One coding of a file.
 *
 * @param tag a strong validator: another coding of the same file has another
 */
record DashboardFile(String name, Encoding encoding, Buffer content, String tag) {

    private static final int TAG_BYTES = 16;

    static DashboardFile of(String name, Encoding encoding, byte[] content) {
        try {
            var hash = MessageDigest.getInstance("SHA-256").digest(content);
            var tag = '"' + HexFormat.of().formatHex(hash, 0, TAG_BYTES) + '"';
            return new DashboardFile(name, encoding, Buffer.buffer(content), tag);
        } catch (GeneralSecurityException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    String contentType() {
        return switch (name.substring(name.lastIndexOf('.') + 1)) {
            case "css" -> "text/css;charset=UTF-8";
            case "html" -> "text/html;charset=UTF-8";
            case "js" -> "text/javascript;charset=UTF-8";
            case "json", "map" -> "application/json";
            case "txt" -> "text/plain;charset=UTF-8";
            case "webmanifest" -> "application/manifest+json";
            case "avif" -> "image/avif";
            case "ico" -> "image/x-icon";
            case "jpg" -> "image/jpeg";
            case "png" -> "image/png";
            case "svg" -> "image/svg+xml";
            case "webp" -> "image/webp";
            case "woff2" -> "font/woff2";
            default -> "application/octet-stream";
        };
    }
}
