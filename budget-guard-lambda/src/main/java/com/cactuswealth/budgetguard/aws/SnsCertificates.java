package com.cactuswealth.budgetguard.aws;

import com.cactuswealth.budgetguard.alert.Certificates;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.net.HttpURLConnection;
import java.net.URI;
import java.security.cert.CertificateException;
import java.security.cert.CertificateFactory;
import java.security.cert.X509Certificate;
import java.time.Duration;

/** Fetches certificates from SNS itself. The address has been checked before. */
@Singleton
class SnsCertificates implements Certificates {

    private static final int TIMEOUT_MILLIS = (int) Duration.ofSeconds(5).toMillis();

    @Override
    public X509Certificate at(URI address) {
        try {
            var connection = (HttpURLConnection) address.toURL().openConnection();
            connection.setConnectTimeout(TIMEOUT_MILLIS);
            connection.setReadTimeout(TIMEOUT_MILLIS);
            connection.setInstanceFollowRedirects(false);
            try (var pem = connection.getInputStream()) {
                return (X509Certificate) CertificateFactory.getInstance("X.509").generateCertificate(pem);
            } finally {
                connection.disconnect();
            }
        } catch (IOException | CertificateException failure) {
            throw new AwsFailure("certificate of SNS", failure.getClass().getSimpleName(), true, failure);
        }
    }
}
