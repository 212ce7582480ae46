package com.cactuswealth.budgetguard.aws;

import com.cactuswealth.budgetguard.report.Secrets;
import jakarta.inject.Singleton;

/** Secrets in the parameter store of SSM. */
@Singleton
class SsmSecrets implements Secrets {

    private final AwsClients clients;

    SsmSecrets(AwsClients clients) {
        this.clients = clients;
    }

    @Override
    public String named(String name) {
        return Aws.call(
                        "GetParameter",
                        () -> clients.ssm()
                                .getParameter(request -> request.name(name).withDecryption(true)))
                .parameter()
                .value();
    }
}
