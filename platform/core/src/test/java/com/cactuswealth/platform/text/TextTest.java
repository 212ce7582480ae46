package com.cactuswealth.platform.text;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.cactuswealth.platform.problem.InvalidValueException;
import java.text.Normalizer;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;

class TextTest {

    private static final String SEED_OF_TROUBLE = "\0\t\n\r\u001f\u007f\u0085\u00a0\u00ad\u200b\u200d\u2028\u202e\u2066"
            + "\u2069\ufeff\ud83d\ude00\ud800\udc00\u0301A\u00e9\u1112\u1161\u11ab\u0327 ñab";

    @Test
    void aLineIsNormalisedAndTrimmed() {
        Map.of(
                        "  Lucía ", "Lucía",
                        "Luci\u0301a", "Lucía",
                        "\u00a0\u200bAna\ufeff\t\r\n", "Ana",
                        "Ana\u00a0Paz", "Ana\u00a0Paz",
                        "\u00a0\u2003\u200b\u2060\u3164\u00ad", "",
                        "👩\u200d💼", "👩\u200d💼",
                        "محمد", "محمد",
                        "", "")
                .forEach((raw, text) -> assertThat(Text.line(raw)).isEqualTo(text));
    }

    @Test
    void whatALineMustNotHaveIsNamed() {
        Map.of(
                        "a\0b", "must not have the control character U+0000",
                        "a\tb", "must not have the control character U+0009",
                        "a\nb", "must not have the control character U+000A",
                        "a\u007fb", "must not have the control character U+007F",
                        "a\u2028b", "must not have the control character U+2028",
                        "\u0085", "must not have the control character U+0085",
                        "a\u202eb", "must not have U+202E, which changes the direction of the text",
                        "\u2066a", "must not have U+2066, which changes the direction of the text",
                        "a\ud83d", "must not have U+D83D, half of a character",
                        "\ude00a", "must not have U+DE00, half of a character")
                .forEach((raw, message) -> assertThatThrownBy(() -> Text.line(raw))
                        .isInstanceOf(InvalidValueException.class)
                        .hasMessage(message));
    }

    @Test
    void severalLinesMayHaveTabsAndBreaksOnly() {
        assertThat(Text.lines(" a\tb\r\nc\n")).isEqualTo("a\tb\r\nc");
        for (var refused : new String[] {"a\0b", "a\u000bb", "a\u202eb", "a\ud83d"}) {
            assertThatThrownBy(() -> Text.lines(refused)).isInstanceOf(InvalidValueException.class);
        }
    }

    @Test
    void aSecretStaysAsItIs() {
        assertThat(Text.secret(" e\u0301\t\u202e ")).isEqualTo(" e\u0301\t\u202e ");
        assertThatThrownBy(() -> Text.secret("secret\0")).isInstanceOf(InvalidValueException.class);
        assertThatThrownBy(() -> Text.secret("secret\ud800")).isInstanceOf(InvalidValueException.class);
    }

    @Test
    void whateverComesInTheRuleIsIdempotentAndItsResultClean() {
        var random = new Random(13);
        for (var round = 0; round < 20_000; round++) {
            var raw = new StringBuilder();
            for (var length = random.nextInt(6); length > 0; length--) {
                raw.append(SEED_OF_TROUBLE.charAt(random.nextInt(SEED_OF_TROUBLE.length())));
            }
            String text;
            try {
                text = Text.line(raw.toString());
            } catch (InvalidValueException refused) {
                continue;
            }
            assertThat(Text.line(text)).isEqualTo(text);
            assertThat(Normalizer.isNormalized(text, Normalizer.Form.NFC)).isTrue();
            assertThat(text)
                    .doesNotContainPattern("[\\x00-\\x1f\\x7f-\\x9f\\u202a-\\u202e\\u2066-\\u2069\\ud800-\\udfff]");
        }
    }

    @Test
    void oneAddressHasOneForm() {
        assertThat(EmailAddress.normal(" JOSE\u0301@Example.COM ")).isEqualTo("josé@example.com");
        assertThat(EmailAddress.normal("josé@example.com")).isEqualTo("josé@example.com");
        assertThat(EmailAddress.normal(null)).isNull();
    }
}
