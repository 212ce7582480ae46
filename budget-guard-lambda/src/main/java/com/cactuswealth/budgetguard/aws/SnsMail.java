package com.cactuswealth.budgetguard.aws;

import com.cactuswealth.budgetguard.GuardConfig;
import com.cactuswealth.budgetguard.report.Mail;
import jakarta.inject.Singleton;

/** E-mail by way of a topic, to whoever has subscribed to it. */
@Singleton
class SnsMail implements Mail {

    private final AwsClients clients;
    private final GuardConfig config;

    SnsMail(AwsClients clients, GuardConfig config) {
        this.clients = clients;
        this.config = config;
    }

    @Override
    public void send(String subject, String body) {
        config.reportTopicArn()
                .ifPresent(topic -> Aws.call(
                        "Publish",
                        () -> clients.sns()
                                .publish(request ->
                                        request.topicArn(topic).subject(subject).message(body))));
    }
}
