package com.cactuswealth.platform.openapi;

import org.eclipse.microprofile.openapi.OASFactory;
import org.eclipse.microprofile.openapi.models.OpenAPI;
import org.eclipse.microprofile.openapi.models.media.Schema.SchemaType;
import org.eclipse.microprofile.openapi.models.responses.APIResponse;

/** The headers that answers have, each described once in a document. */
enum AnswerHeader {
    LOCATION("Location", "Where it can be asked for", SchemaType.STRING),
    ETAG("ETag", "Its version, for If-Match", SchemaType.STRING),
    RETRY_AFTER("Retry-After", "Seconds after which to try again", SchemaType.INTEGER);

    private final String title;
    private final String description;
    private final SchemaType type;

    AnswerHeader(String title, String description, SchemaType type) {
        this.title = title;
        this.description = description;
        this.type = type;
    }

    /** Refers to it from the response. */
    void describe(APIResponse response, OpenAPI document) {
        document.getComponents()
                .addHeader(
                        title,
                        OASFactory.createHeader()
                                .description(description)
                                .schema(OASFactory.createSchema().addType(type)));
        response.addHeader(title, OASFactory.createHeader().ref(title));
    }
}
