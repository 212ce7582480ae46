package com.cactuswealth.budgetguard.alert;

import io.quarkus.test.Mock;
import jakarta.inject.Singleton;
import java.net.URI;
import java.security.cert.X509Certificate;

/** SNS' certificates, where the tests sign in its place. */
@Mock
@Singleton
class OwnCertificates implements Certificates {

    @Override
    public X509Certificate at(URI address) {
        return Alerts.KEY.certificate();
    }
}
