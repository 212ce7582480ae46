package com.cactuswealth.platform.signature;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.standardwebhooks.Webhook;
import java.net.http.HttpHeaders;
import java.time.Instant;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class SignatureTest {

    private static final String BODY = "{\"test\": 2432232314}";

    @Test
    void theVectorOfTheReferenceLibrariesIsMet() {
        var key = Base64.getDecoder().decode("MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw");

        assertThat(Signature.of(List.of(key), "msg_p5jXN8AQM9LWM0D4loKWxJek", 1_614_265_330, BODY.getBytes(UTF_8)))
                .isEqualTo("v1,g0hM9SsE+OTPJTGt/tmIKtSyZlE3uFJELVlNIOLJ1OE=");
    }

    @Test
    void whileTwoSecretsSignEitherVerifies() throws Exception {
        var secrets = List.of(SigningSecret.generate(), SigningSecret.generate());
        var now = Instant.now().getEpochSecond();
        var headers = HttpHeaders.of(
                Map.of(
                        "webhook-id", List.of("an-event"),
                        "webhook-timestamp", List.of(Long.toString(now)),
                        "webhook-signature", List.of(Signature.of(secrets, "an-event", now, BODY.getBytes(UTF_8)))),
                (name, value) -> true);

        for (var secret : secrets) {
            new Webhook(SigningSecret.toText(secret)).verify(BODY, headers);
        }
    }

    @Test
    void whatTheReferenceLibrarySignedMatchesOneOfOurKeysAndNoOther() throws Exception {
        var old = SigningSecret.generate();
        var young = SigningSecret.generate();
        var signed = new Webhook(SigningSecret.toText(old)).sign("an-event", 1_614_265_330, BODY);
        var body = BODY.getBytes(UTF_8);

        assertThat(Signature.matches(signed, List.of(young, old), "an-event", 1_614_265_330, body))
                .isTrue();
        assertThat(Signature.matches("v1a,other " + signed, List.of(old), "an-event", 1_614_265_330, body))
                .isTrue();
        assertThat(Signature.matches(signed, List.of(young), "an-event", 1_614_265_330, body))
                .isFalse();
        assertThat(Signature.matches(signed, List.of(old), "another", 1_614_265_330, body))
                .isFalse();
        assertThat(Signature.matches(signed, List.of(old), "an-event", 1_614_265_331, body))
                .isFalse();
        assertThat(Signature.matches(signed, List.of(old), "an-event", 1_614_265_330, "{}".getBytes(UTF_8)))
                .isFalse();
        assertThat(Signature.matches("", List.of(old), "an-event", 1_614_265_330, body))
                .isFalse();
    }

    @Test
    void aSecretIsThirtyTwoRandomBytesWithItsPrefix() {
        var text = SigningSecret.toText(SigningSecret.generate());

        assertThat(text).matches("whsec_[A-Za-z0-9+/]{43}=");
        assertThat(SigningSecret.toText(SigningSecret.generate())).isNotEqualTo(text);
    }

    @Test
    void aSecretIsReadAsItWasShown() {
        var key = SigningSecret.generate();

        assertThat(SigningSecret.fromText(SigningSecret.toText(key))).isEqualTo(key);
    }

    @Test
    void whatIsNoSecretIsRefusedWithoutRepeatingIt() {
        var refusals = Map.of(
                "MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw", "a secret starts with whsec_",
                "whsec_no base64", "what follows whsec_ is base64",
                "whsec_c2hvcnQ=", "a secret has at least 24 bytes");

        refusals.forEach((secret, message) ->
                assertThatThrownBy(() -> SigningSecret.fromText(secret)).hasMessage(message));
    }
}
