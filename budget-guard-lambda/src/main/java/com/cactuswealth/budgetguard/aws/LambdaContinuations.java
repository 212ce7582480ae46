package com.cactuswealth.budgetguard.aws;

import com.cactuswealth.budgetguard.Action;
import com.cactuswealth.budgetguard.GuardEvent;
import com.cactuswealth.budgetguard.GuardEvent.Continuation;
import com.cactuswealth.budgetguard.Invocation;
import com.cactuswealth.budgetguard.run.Continuations;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.inject.Singleton;
import java.io.UncheckedIOException;
import java.util.List;
import software.amazon.awssdk.core.SdkBytes;
import software.amazon.awssdk.services.lambda.model.InvocationType;

/** Has Lambda invoke the function once more, asynchronously. */
@Singleton
class LambdaContinuations implements Continuations {

    private final AwsClients clients;
    private final ObjectMapper mapper;

    LambdaContinuations(AwsClients clients, ObjectMapper mapper) {
        this.clients = clients;
        this.mapper = mapper;
    }

    @Override
    public void handOver(Action action, Continuation continuation, Invocation from) {
        var event = new GuardEvent(List.of(), action.wireName(), continuation);
        Aws.call(
                "Invoke",
                () -> clients.lambda()
                        .invoke(request -> request.functionName(from.functionArn())
                                .invocationType(InvocationType.EVENT)
                                .payload(SdkBytes.fromByteArray(json(event)))));
    }

    private byte[] json(GuardEvent event) {
        try {
            return mapper.writeValueAsBytes(event);
        } catch (JsonProcessingException impossible) {
            throw new UncheckedIOException(impossible);
        }
    }
}
