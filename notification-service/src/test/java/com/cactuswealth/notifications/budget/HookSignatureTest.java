package com.cactuswealth.notifications.budget;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import com.cactuswealth.platform.message.Message;
import com.cactuswealth.platform.problem.Problem;
import com.cactuswealth.platform.problem.ProblemType;
import com.cactuswealth.platform.signature.SigningSecret;
import com.standardwebhooks.Webhook;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;

class HookSignatureTest {

    private static final String BODY = "{\"type\":\"budget.action\"}";
    private static final long NOW = 1_795_000_000;

    private final String secret = SigningSecret.toText(SigningSecret.generate());
    private final String older = SigningSecret.toText(SigningSecret.generate());
    private final HookSignature signature = accepting(secret);

    @Test
    void whatTheReferenceLibrarySignedPasses() throws Exception {
        signature.verify("msg_1", Long.toString(NOW), signed(secret, NOW), BODY.getBytes(UTF_8));
    }

    @Test
    void duringARotationEitherSecretPassesAndNoThird() throws Exception {
        var rotating = accepting(" " + secret + "  " + older + "\n");

        for (var known : List.of(secret, older)) {
            rotating.verify("msg_1", Long.toString(NOW), signed(known, NOW), BODY.getBytes(UTF_8));
        }
        var unknown = SigningSecret.toText(SigningSecret.generate());
        assertThat(refusal(rotating, "msg_1", Long.toString(NOW), signed(unknown, NOW))
                        .type()
                        .status())
                .isEqualTo(401);
    }

    @Test
    void fiveMinutesEitherWayPassAndASecondMoreIsRefusedLikeAWrongSignature() throws Exception {
        for (var time : List.of(NOW - 300, NOW + 300)) {
            signature.verify("msg_1", Long.toString(time), signed(secret, time), BODY.getBytes(UTF_8));
        }
        var forged = refusal(signature, "msg_1", Long.toString(NOW), signed(older, NOW));
        for (var time : List.of(NOW - 301, NOW + 301)) {
            var stale = refusal(signature, "msg_1", Long.toString(time), signed(secret, time));
            assertThat(stale.type()).isEqualTo(forged.type());
            assertThat(stale.type().status()).isEqualTo(401);
            assertThat(stale).hasMessage(forged.getMessage());
        }
    }

    @Test
    void anotherIdThanTheSignedOneIsRefused() throws Exception {
        assertThat(refusal(signature, "msg_2", Long.toString(NOW), signed(secret, NOW))
                        .type()
                        .status())
                .isEqualTo(401);
    }

    @Test
    void aHeaderThatIsMissingOrMakesNoSenseIsNamed() throws Exception {
        var now = Long.toString(NOW);
        var right = signed(secret, NOW);

        for (var id : Arrays.asList(null, "", " ", "x".repeat(256))) {
            assertThat(refusal(signature, id, now, right)).satisfies(refused("webhook-id", "budgetHook.id"));
        }
        for (var time : Arrays.asList(null, "", "now", "-1", "0", "1795000000.5", "9999999999999", "٣")) {
            assertThat(refusal(signature, "msg_1", time, right))
                    .satisfies(refused("webhook-timestamp", "budgetHook.timestamp"));
        }
        assertThat(refusal(signature, "msg_1", now, null))
                .satisfies(refused("webhook-signature", "budgetHook.signature"));
    }

    @Test
    void withoutASecretThereIsNoHook() throws Exception {
        for (var none : List.of(Optional.<String>empty(), Optional.of(" "))) {
            var closed = new HookSignature(() -> none, clock());
            assertThat(refusal(closed, "msg_1", Long.toString(NOW), signed(secret, NOW))
                            .type())
                    .isEqualTo(ProblemType.NOT_FOUND);
        }
    }

    @Test
    void aSecretThatIsNoneIsNoticedAtStartup() {
        assertThatThrownBy(() -> accepting("hunter2")).hasMessage("a secret starts with whsec_");
        assertThatCode(() -> accepting(secret)).doesNotThrowAnyException();
    }

    private static Consumer<Problem> refused(String field, String code) {
        return problem -> {
            assertThat(problem.type()).isEqualTo(ProblemType.INVALID);
            assertThat(problem.field()).contains(field);
            assertThat(problem.message()).map(Message::code).contains(code);
        };
    }

    private static HookSignature accepting(String secrets) {
        return new HookSignature(() -> Optional.of(secrets), clock());
    }

    private static Clock clock() {
        return Clock.fixed(Instant.ofEpochSecond(NOW), ZoneOffset.UTC);
    }

    private static String signed(String secret, long time) throws Exception {
        return new Webhook(secret).sign("msg_1", time, BODY);
    }

    private static Problem refusal(HookSignature signature, String id, String time, String signatures) {
        return catchThrowableOfType(Problem.class, () -> signature.verify(id, time, signatures, BODY.getBytes(UTF_8)));
    }
}
