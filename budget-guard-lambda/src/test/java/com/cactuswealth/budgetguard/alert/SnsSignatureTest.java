package com.cactuswealth.budgetguard.alert;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class SnsSignatureTest {

    private static final String URL =
            "https://sns.us-east-1.amazonaws.com/SimpleNotificationService-0123456789abcdef.pem";
    private static final SigningKey KEY = SigningKey.make();

    private final List<URI> fetched = new ArrayList<>();
    private final SnsSignature signature = at(Clock.systemUTC());

    @ParameterizedTest
    @ValueSource(strings = {"1", "2"})
    void whatSnsSignedIsGenuine(String version) {
        assertThat(signature.isOn(KEY.sign(notice(version, URL)))).isTrue();
        assertThat(fetched).containsExactly(URI.create(URL));
    }

    @Test
    void aNoticeWithoutSubjectIsSignedWithoutOne() {
        var notice = new SnsNotice(
                "Notification", "id", topic("us-east-1"), null, "text", "2026-11-26T11:00:00.000Z", "2", null, URL);

        assertThat(notice.signedText()).doesNotContain("Subject");
        assertThat(signature.isOn(KEY.sign(notice))).isTrue();
    }

    @ParameterizedTest
    @CsvSource({
        "Message, Budget Name: other",
        "MessageId, another",
        "Subject, another",
        "Timestamp, 2026-11-26T12:00:00.000Z",
        "TopicArn, arn:aws:sns:us-east-1:123456789012:other",
        "Type, SubscriptionConfirmation",
        "SignatureVersion, 1",
        "SignatureVersion, 3",
        "Signature, AAAA",
        "Signature, not base64!"
    })
    void whatWasChangedAfterwardsIsNot(String part, String value) {
        var mapper = new ObjectMapper();
        var changed = (ObjectNode) mapper.valueToTree(KEY.sign(notice("2", URL)));
        changed.put(part, value);

        assertThat(signature.isOn(mapper.convertValue(changed, SnsNotice.class)))
                .isFalse();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "http://sns.us-east-1.amazonaws.com/SimpleNotificationService-0123456789abcdef.pem",
                "https://sns.eu-west-1.amazonaws.com/SimpleNotificationService-0123456789abcdef.pem",
                "https://sns.us-east-1.amazonaws.com.evil.example/SimpleNotificationService-0123456789abcdef.pem",
                "https://sns.us-east-1.amazonaws.com@evil.example/SimpleNotificationService-0123456789abcdef.pem",
                "https://evil.example/sns.us-east-1.amazonaws.com/SimpleNotificationService-0123456789abcdef.pem",
                "https://snsXus-east-1.amazonaws.com/SimpleNotificationService-0123456789abcdef.pem",
                "https://sns.us-east-1.amazonaws.com:8443/SimpleNotificationService-0123456789abcdef.pem",
                "https://sns.us-east-1.amazonaws.com/../bucket/SimpleNotificationService-0123456789abcdef.pem",
                "https://sns.us-east-1.amazonaws.com/other.pem",
                "file:///etc/ssl/cert.pem",
                ""
            })
    void aCertificateFromAnywhereElseIsNotEvenFetched(String url) {
        assertThat(signature.isOn(KEY.sign(notice("2", url)))).isFalse();
        assertThat(fetched).isEmpty();
    }

    @Test
    void aNoticeWithoutAnySignatureIsNotGenuine() {
        assertThat(signature.isOn(notice("1", URL))).isFalse();
        assertThat(signature.isOn(new SnsNotice(null, null, null, null, null, null, null, null, null)))
                .isFalse();
        assertThat(fetched).isEmpty();
    }

    @Test
    void theSignatureOfAnotherKeyIsNotGenuine() {
        assertThat(signature.isOn(SigningKey.make().sign(notice("2", URL)))).isFalse();
    }

    @Test
    void anExpiredCertificateProvesNothing() {
        var inTwoDays = Clock.offset(Clock.systemUTC(), Duration.ofDays(2));

        assertThat(at(inTwoDays).isOn(KEY.sign(notice("2", URL)))).isFalse();
    }

    private SnsSignature at(Clock clock) {
        return new SnsSignature(
                address -> {
                    fetched.add(address);
                    return KEY.certificate();
                },
                clock);
    }

    private static SnsNotice notice(String version, String url) {
        return new SnsNotice(
                "Notification",
                "95df01b4-ee98-5cb9-9903-4c221d41eb5e",
                topic("us-east-1"),
                "AWS Budgets: killswitch has exceeded your alert threshold",
                "AWS Budget Notification — ñ",
                "2026-11-26T11:00:00.000Z",
                version,
                null,
                url);
    }

    private static String topic(String region) {
        return "arn:aws:sns:" + region + ":123456789012:cactus-budget-alerts";
    }
}
