package com.cactuswealth.budgetguard.alert;

import static java.nio.charset.StandardCharsets.UTF_8;

import jakarta.inject.Singleton;
import java.net.URI;
import java.security.GeneralSecurityException;
import java.security.Signature;
import java.time.Clock;
import java.util.Base64;
import java.util.Date;
import java.util.Map;
import java.util.regex.Pattern;

/**
 * Tells whether SNS signed a message. Its certificate is believed because it comes by TLS from SNS' own host in the
 * topic's region, which is the only place that it is ever fetched from.
 */
@Singleton
public class SnsSignature {

    private static final Map<String, String> ALGORITHMS = Map.of("1", "SHA1withRSA", "2", "SHA256withRSA");
    private static final Pattern TOPIC = Pattern.compile("arn:aws[a-z-]*:sns:([a-z0-9-]+):\\d{12}:[\\w.-]+");

    private final Certificates certificates;
    private final Clock clock;

    SnsSignature(Certificates certificates, Clock clock) {
        this.certificates = certificates;
        this.clock = clock;
    }

    /** Whether the message is exactly what SNS signed, with a certificate of SNS that is valid today. */
    public boolean isOn(SnsNotice notice) {
        var algorithm = ALGORITHMS.get(String.valueOf(notice.signatureVersion()));
        if (algorithm == null || notice.signature() == null || !isAddressOfSns(notice)) {
            return false;
        }
        try {
            var certificate = certificates.at(URI.create(notice.signingCertUrl()));
            certificate.checkValidity(Date.from(clock.instant()));
            var signature = Signature.getInstance(algorithm);
            signature.initVerify(certificate);
            signature.update(notice.signedText().getBytes(UTF_8));
            return signature.verify(Base64.getDecoder().decode(notice.signature()));
        } catch (GeneralSecurityException | IllegalArgumentException forged) {
            return false;
        }
    }

    private static boolean isAddressOfSns(SnsNotice notice) {
        var topic = TOPIC.matcher(String.valueOf(notice.topicArn()));
        return topic.matches()
                && String.valueOf(notice.signingCertUrl())
                        .matches("https://sns\\." + Pattern.quote(topic.group(1))
                                + "\\.amazonaws\\.com(\\.cn)?/SimpleNotificationService-[A-Za-z0-9]+\\.pem");
    }
}
