package com.cactuswealth.gateway.docs;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** The API's description, for programs and for people. */
@Path("/")
@Tag(name = "Operations")
class DocsResource {

    private final SuiteOpenApi suite;
    private final String page = page();

    DocsResource(SuiteOpenApi suite) {
        this.suite = suite;
    }

    @GET
    @Path("openapi.json")
    @Produces(MediaType.APPLICATION_JSON)
    @RunOnVirtualThread
    @Operation(summary = "This description", description = "OpenAPI 3.1 of everything that the gateway leads to.")
    public ObjectNode openApi() {
        return suite.document();
    }

    /** The same to read and try out. Not a static file, so that its address is /docs and not /docs.html. */
    @GET
    @Path("docs")
    @Produces(MediaType.TEXT_HTML + ";charset=UTF-8")
    @Operation(hidden = true)
    public String docs() {
        return page;
    }

    private static String page() {
        try (var file = Thread.currentThread().getContextClassLoader().getResourceAsStream("docs.html")) {
            return new String(file.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }
}
