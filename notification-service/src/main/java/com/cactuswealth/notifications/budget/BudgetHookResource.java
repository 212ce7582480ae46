package com.cactuswealth.notifications.budget;

import com.cactuswealth.platform.json.RequestJson;
import com.cactuswealth.platform.message.Message;
import com.cactuswealth.platform.problem.Problem;
import com.cactuswealth.platform.problem.ProblemType;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.PermitAll;
import jakarta.validation.ConstraintViolationException;
import jakarta.validation.Validator;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.MediaType;
import java.io.IOException;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestHeader;

/** Where the budget guard, which has no user here, says by a Standard Webhook what it did. */
@Path("/api/v1/hooks/budget")
@RunOnVirtualThread
@PermitAll
@Tag(name = "Hooks")
class BudgetHookResource {

    private static final int LARGEST = 16 * 1024;

    private final HookSignature signature;
    private final BudgetNews news;
    private final ObjectMapper mapper;
    private final Validator validator;

    BudgetHookResource(HookSignature signature, BudgetNews news, RequestJson json, Validator validator) {
        this.signature = signature;
        this.news = news;
        this.mapper = json.mapper();
        this.validator = validator;
    }

    @POST
    @Consumes(MediaType.APPLICATION_JSON)
    @Operation(
            summary = "Budget guard",
            description = "Takes the guard's Standard Webhook of what it did; a repeated message changes nothing.")
    @APIResponse(responseCode = "401", description = "The signature or the timestamp is refused")
    @APIResponse(responseCode = "404", description = "No secret is configured here")
    @APIResponse(responseCode = "204", description = "Told, now or before")
    public void receive(
            @Parameter(required = true) @RestHeader("webhook-id") String id,
            @Parameter(required = true) @RestHeader("webhook-timestamp") String timestamp,
            @Parameter(required = true) @RestHeader("webhook-signature") String signatures,
            @RequestBody(content = @Content(schema = @Schema(implementation = BudgetMessage.class))) byte[] body)
            throws IOException {
        if (body.length > LARGEST) {
            throw Problem.of(
                    ProblemType.ofStatus(413), Message.of("tooManyBytes").with("max", LARGEST));
        }
        signature.verify(id, timestamp, signatures, body);
        news.tell(id, message(body));
    }

    /** Reads the very bytes that were signed. */
    private BudgetMessage message(byte[] body) throws IOException {
        var message = mapper.readValue(body, BudgetMessage.class);
        if (message == null) {
            throw Problem.of(ProblemType.INVALID, "noBody");
        }
        var violations = validator.validate(message);
        if (!violations.isEmpty()) {
            throw new ConstraintViolationException(violations);
        }
        return message;
    }
}
