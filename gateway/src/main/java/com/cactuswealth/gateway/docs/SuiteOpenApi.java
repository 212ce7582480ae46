package com.cactuswealth.gateway.docs;

import com.cactuswealth.gateway.proxy.Route;
import com.cactuswealth.gateway.services.Answer;
import com.cactuswealth.gateway.services.Origins;
import com.cactuswealth.gateway.services.Service;
import com.cactuswealth.gateway.services.Waiting;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.quarkus.smallrye.openapi.runtime.OpenApiConstants;
import io.quarkus.smallrye.openapi.runtime.OpenApiDocumentService;
import io.smallrye.openapi.runtime.io.Format;
import io.vertx.core.Future;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.Map;
import org.jboss.logging.Logger;

/**
 * The description of the whole public API, put together from those of the services. A service that is down is shown
 * as it last described itself; one that never did is named in the introduction, and soon asked again.
 */
@Singleton
class SuiteOpenApi {

    private static final Logger LOG = Logger.getLogger(SuiteOpenApi.class);
    private static final Duration PATIENCE = Duration.ofSeconds(2);
    private static final Duration KEPT = Duration.ofMinutes(1);
    private static final Duration KEPT_INCOMPLETE = Duration.ofSeconds(2);

    private final Origins origins;
    private final OpenApiDocumentService own;
    private final ObjectMapper json;
    private final Map<Service, ObjectNode> known = new EnumMap<>(Service.class);
    private ObjectNode merged;
    private long validUntil;

    SuiteOpenApi(Origins origins, OpenApiDocumentService own, ObjectMapper json) {
        this.origins = origins;
        this.own = own;
        this.json = json;
    }

    synchronized ObjectNode document() {
        if (merged == null || System.nanoTime() > validUntil) {
            var fresh = ask();
            merged = merge();
            validUntil = System.nanoTime() + (fresh ? KEPT : KEPT_INCOMPLETE).toNanos();
        }
        return merged;
    }

    /** Whether every service answered. */
    private boolean ask() {
        var asked = new EnumMap<Service, Future<ObjectNode>>(Service.class);
        for (var service : Service.values()) {
            asked.put(
                    service,
                    origins.ask(service, "/q/openapi?format=json", PATIENCE)
                            .map(SuiteOpenApi::complete)
                            .map(answer -> read(answer.body().getBytes())));
        }
        var answered = 0;
        for (var service : Service.values()) {
            try {
                known.put(service, Waiting.on(asked.get(service)));
                answered++;
            } catch (RuntimeException failure) {
                LOG.warnf("No OpenAPI of %s: %s", service.label(), failure.getMessage());
            }
        }
        return answered == Service.values().length;
    }

    private static Answer complete(Answer answer) {
        if (answer.status() != 200) {
            throw new IllegalStateException("status " + answer.status());
        }
        return answer;
    }

    private ObjectNode merge() {
        var merge = new OpenApiMerge(json);
        merge.add("gateway", read(own.getDocument(OpenApiConstants.DEFAULT_DOCUMENT_NAME, Format.JSON)), path -> true);
        var missing = new ArrayList<String>();
        for (var service : Service.values()) {
            if (known.containsKey(service)) {
                merge.add(service.label(), known.get(service), path -> isRoutedTo(service, path));
            } else {
                missing.add(service.label());
            }
        }
        return merge.document(missing);
    }

    /** Every service describes its dead letters under a path that any service's name completes. */
    private static boolean isRoutedTo(Service service, String path) {
        return Route.of(path.replace("{service}", service.label()))
                .filter(route -> route.service() == service)
                .isPresent();
    }

    private ObjectNode read(byte[] document) {
        try {
            return (ObjectNode) json.readTree(document);
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }
}
