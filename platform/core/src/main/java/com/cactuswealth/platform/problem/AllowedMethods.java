package com.cactuswealth.platform.problem;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.quarkus.smallrye.openapi.runtime.OpenApiConstants;
import io.quarkus.smallrye.openapi.runtime.OpenApiDocumentService;
import io.smallrye.openapi.runtime.io.Format;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;

/** Which methods an address has, as this service's own contract says; read when somebody first tries another. */
@ApplicationScoped
class AllowedMethods {

    private static final Set<String> METHODS = Set.of("get", "put", "post", "delete", "patch");

    private final OpenApiDocumentService contract;
    private final ObjectMapper json;
    private volatile Map<Pattern, List<String>> known;

    AllowedMethods(OpenApiDocumentService contract, ObjectMapper json) {
        this.contract = contract;
        this.json = json;
    }

    /** Empty for an address that the contract leaves out. */
    Set<String> of(String path) {
        if (known == null) {
            known = read();
        }
        var allowed = new TreeSet<String>();
        known.forEach((address, methods) -> {
            if (address.matcher(path).matches()) {
                allowed.addAll(methods);
            }
        });
        return allowed;
    }

    private Map<Pattern, List<String>> read() {
        var methods = new HashMap<Pattern, List<String>>();
        document()
                .path("paths")
                .properties()
                .forEach(path -> methods.put(
                        Pattern.compile(path.getKey().replaceAll("\\{[^}]+}", "[^/]+")),
                        path.getValue().properties().stream()
                                .map(Map.Entry::getKey)
                                .filter(METHODS::contains)
                                .map(method -> method.toUpperCase(Locale.ROOT))
                                .toList()));
        return methods;
    }

    private JsonNode document() {
        try {
            return json.readTree(contract.getDocument(OpenApiConstants.DEFAULT_DOCUMENT_NAME, Format.JSON));
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }
}
