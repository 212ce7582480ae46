package com.cactuswealth.budgetguard.alert;

import com.fasterxml.jackson.annotation.JsonAlias;
import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import com.fasterxml.jackson.annotation.JsonProperty;
import io.quarkus.runtime.annotations.RegisterForReflection;

/**
 * A message as SNS hands it to a Lambda. Any part may be missing (null) in what others make up.
 *
 * @param topicArn where it was published
 * @param message the prose of AWS Budgets
 */
@JsonIgnoreProperties(ignoreUnknown = true)
@RegisterForReflection
public record SnsNotice(
        @JsonProperty("Type") String type,
        @JsonProperty("MessageId") String messageId,
        @JsonProperty("TopicArn") String topicArn,
        @JsonProperty("Subject") String subject,
        @JsonProperty("Message") String message,
        @JsonProperty("Timestamp") String timestamp,
        @JsonProperty("SignatureVersion") String signatureVersion,
        @JsonProperty("Signature") String signature,

        @JsonProperty("SigningCertUrl") @JsonAlias("SigningCertURL")
        String signingCertUrl) {

    /** What SNS signs: each part's name and value on a line of its own, the subject only where there is one. */
    String signedText() {
        return "Message\n" + message
                + "\nMessageId\n" + messageId
                + (subject == null ? "" : "\nSubject\n" + subject)
                + "\nTimestamp\n" + timestamp
                + "\nTopicArn\n" + topicArn
                + "\nType\n" + type + "\n";
    }
}
