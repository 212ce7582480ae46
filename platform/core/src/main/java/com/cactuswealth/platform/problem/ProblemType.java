package com.cactuswealth.platform.problem;

import java.net.URI;
import java.util.Locale;

/**
 * A kind of problem, stable enough for clients to act on.
 *
 * @param slug the last part of the {@code type} URI; never changes once published
 * @param status the HTTP status, 400 to 599
 * @param english a short title for people
 * @param spanish the same title in Spanish
 */
public record ProblemType(String slug, int status, String english, String spanish) {

    public static final ProblemType INVALID =
            new ProblemType("invalid-input", 400, "Invalid input", "Datos no válidos");
    public static final ProblemType UNAUTHENTICATED =
            new ProblemType("unauthenticated", 401, "Sign-in required", "Hay que iniciar sesión");
    public static final ProblemType FORBIDDEN = new ProblemType("forbidden", 403, "Not allowed", "No permitido");
    public static final ProblemType NOT_FOUND = new ProblemType("not-found", 404, "Not found", "No encontrado");
    public static final ProblemType CONFLICT = new ProblemType("conflict", 409, "Conflict", "Conflicto");
    public static final ProblemType CHANGED_MEANWHILE = new ProblemType(
            "changed-meanwhile", 412, "Someone else changed it meanwhile", "Otra persona lo cambió mientras tanto");
    public static final ProblemType TOO_MANY_REQUESTS =
            new ProblemType("too-many-requests", 429, "Too many requests", "Demasiados pedidos");
    public static final ProblemType INTERNAL =
            new ProblemType("internal-error", 500, "Something went wrong on our side", "Algo falló de nuestro lado");
    public static final ProblemType UNAVAILABLE =
            new ProblemType("service-unavailable", 503, "Temporarily unavailable", "No disponible por el momento");

    private static final String BASE = "https://cactuswealth.com/problems/";

    /** The type for a status that no domain rule named, such as 405 or 415. */
    public static ProblemType ofStatus(int status) {
        return switch (status) {
            case 400 -> INVALID;
            case 401 -> UNAUTHENTICATED;
            case 403 -> FORBIDDEN;
            case 404 -> NOT_FOUND;
            case 405 -> new ProblemType("method-not-allowed", 405, "Method not allowed", "Método no permitido");
            case 406 -> new ProblemType("not-acceptable", 406, "Not acceptable", "Formato no disponible");
            case 409 -> CONFLICT;
            case 412 -> CHANGED_MEANWHILE;
            case 413 -> new ProblemType("too-large", 413, "Request too large", "Pedido demasiado grande");
            case 415 -> new ProblemType("unsupported-media-type", 415, "Unsupported format", "Formato no admitido");
            case 426 -> new ProblemType("upgrade-required", 426, "WebSocket required", "Hace falta un WebSocket");
            case 429 -> TOO_MANY_REQUESTS;
            case 503 -> UNAVAILABLE;
            default ->
                status >= 500
                        ? INTERNAL
                        : new ProblemType("http-" + status, status, "Request refused", "Pedido rechazado");
        };
    }

    public URI uri() {
        return URI.create(BASE + slug);
    }

    public String title(Locale locale) {
        return locale.getLanguage().equals("en") ? english : spanish;
    }
}
