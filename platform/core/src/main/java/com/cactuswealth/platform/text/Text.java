package com.cactuswealth.platform.text;

import com.cactuswealth.platform.message.Message;
import com.cactuswealth.platform.problem.InvalidValueException;
import java.text.Normalizer;

/**
 * The rule for every text that comes in: in Unicode's normal form NFC, without white space and invisible characters at
 * its ends, and without what a name must not hide or PostgreSQL cannot keep. Applied once, where the text is read.
 */
public final class Text {

    private static final String INVISIBLE = "\u00ad\u034f\u061c\u115f\u1160\u180e\u200b\u200c\u200d\u200e\u200f"
            + "\u2060\u2061\u2062\u2063\u2064\u2800\u3164\ufeff\uffa0";

    private static final String BIDIRECTIONAL = "\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069";

    private Text() {}

    /**
     * A text of one line.
     *
     * @throws InvalidValueException for any control character, a line break included
     */
    public static String line(String raw) {
        return checked(raw, "");
    }

    /**
     * A text of several lines, such as a note: it may also have tabs and line breaks.
     *
     * @throws InvalidValueException for any other control character
     */
    public static String lines(String raw) {
        return checked(raw, "\t\r\n\u2028\u2029");
    }

    /**
     * A password or another secret, which stays as it was typed.
     *
     * @throws InvalidValueException when it has a NUL or half a surrogate pair, which no encoding keeps
     */
    public static String secret(String raw) {
        raw.codePoints().forEach(character -> {
            if (character == 0) {
                throw refused("text.control", character);
            }
            refuseHalfPair(character);
        });
        return raw;
    }

    private static String checked(String raw, String allowed) {
        var text = trimmed(Normalizer.normalize(raw, Normalizer.Form.NFC));
        text.codePoints().filter(character -> allowed.indexOf(character) < 0).forEach(Text::check);
        return text;
    }

    private static void check(int character) {
        if (isControl(character)) {
            throw refused("text.control", character);
        }
        if (BIDIRECTIONAL.indexOf(character) >= 0) {
            throw refused("text.direction", character);
        }
        refuseHalfPair(character);
    }

    private static boolean isControl(int character) {
        return switch (Character.getType(character)) {
            case Character.CONTROL, Character.LINE_SEPARATOR, Character.PARAGRAPH_SEPARATOR -> true;
            default -> false;
        };
    }

    private static void refuseHalfPair(int character) {
        if (Character.getType(character) == Character.SURROGATE) {
            throw refused("text.halfCharacter", character);
        }
    }

    private static String trimmed(String text) {
        var start = 0;
        var end = text.length();
        while (start < end && isBlank(text.charAt(start))) {
            start++;
        }
        while (start < end && isBlank(text.charAt(end - 1))) {
            end--;
        }
        return text.substring(start, end);
    }

    /** All of them are in the Basic Multilingual Plane. */
    private static boolean isBlank(char character) {
        return Character.isSpaceChar(character)
                || "\t\r\n".indexOf(character) >= 0
                || INVISIBLE.indexOf(character) >= 0;
    }

    private static InvalidValueException refused(String code, int character) {
        return new InvalidValueException(Message.of(code).with("character", "U+%04X".formatted(character)));
    }
}
