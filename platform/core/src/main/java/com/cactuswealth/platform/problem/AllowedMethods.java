package com.cactuswealth.platform.problem;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.quarkus.smallrye.openapi.runtime.OpenApiConstants;
import io.quarkus.smallrye.openapi.runtime.OpenApiDocumentService;
import io.smallrye.openapi.runtime.io.Format;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Comparator;
import java.util.LinkedHashMap;
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
        return known.entrySet().stream()
                .filter(address -> address.getKey().matcher(path).matches())
                .findFirst()
                .map(address -> new TreeSet<>(address.getValue()))
                .orElseGet(TreeSet::new);
    }

    /** Addresses with fewer variables first, as a request finds them. */
    private Map<Pattern, List<String>> read() {
        var methods = new LinkedHashMap<Pattern, List<String>>();
        document().path("paths").properties().stream()
                .sorted(Comparator.comparingLong(
                        path -> path.getKey().chars().filter(c -> c == '{').count()))
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
