package com.cactuswealth.budgetguard;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.List;

/** What SNS hands to a Lambda, as far as it is needed; the AWS type for it would bring Joda-Time along. */
@JsonIgnoreProperties(ignoreUnknown = true)
record SnsEvent(@JsonProperty("Records") List<Item> records) {

    SnsEvent {
        records = records == null ? List.of() : List.copyOf(records);
    }

    @JsonIgnoreProperties(ignoreUnknown = true)
    record Item(@JsonProperty("Sns") Notice sns) {}

    /**
     * @param message the prose of AWS Budgets
     * @param topicArn where it was published
     */
    @JsonIgnoreProperties(ignoreUnknown = true)
    record Notice(
            @JsonProperty("MessageId") String messageId,
            @JsonProperty("TopicArn") String topicArn,
            @JsonProperty("Message") String message) {}
}
