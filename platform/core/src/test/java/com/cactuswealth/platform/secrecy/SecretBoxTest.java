package com.cactuswealth.platform.secrecy;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import java.util.Base64;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class SecretBoxTest {

    private final SecretBox box = new SecretBox(key(1));

    @Test
    void whatWasSealedOpensAgain() {
        assertThat(box.open(box.seal("whsec_x".getBytes(UTF_8)))).isEqualTo("whsec_x".getBytes(UTF_8));
    }

    @Test
    void sealingTwiceDiffers() {
        assertThat(box.seal(new byte[32])).isNotEqualTo(box.seal(new byte[32]));
    }

    @Test
    void anotherKeyOrAnAlteredBoxIsRefused() {
        var sealed = box.seal(new byte[8]);
        assertThatIllegalStateException().isThrownBy(() -> new SecretBox(key(2)).open(sealed));
        sealed[sealed.length - 1] ^= 1;
        assertThatIllegalStateException().isThrownBy(() -> box.open(sealed));
    }

    @Test
    void aShortKeyIsRefused() {
        assertThatIllegalStateException().isThrownBy(() -> new SecretBox(Optional.of("c2hvcnQ=")).seal(new byte[1]));
    }

    private static Optional<String> key(int fill) {
        var bytes = new byte[32];
        bytes[0] = (byte) fill;
        return Optional.of(Base64.getEncoder().encodeToString(bytes));
    }
}
