package com.cactuswealth.webhooks.egress;

import java.lang.Character.UnicodeScript;
import java.net.IDN;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** Names of hosts: how international ones are written in ASCII, and which can never be on the public internet. */
final class HostName {

    private static final Pattern DOTS = Pattern.compile("[.\u3002\uFF0E\uFF61]");
    private static final Pattern NUMBER = Pattern.compile("\\d+|0x[0-9a-f]*");
    private static final Pattern IPV4 = Pattern.compile("((25[0-5]|2[0-4]\\d|1\\d\\d|[1-9]?\\d)(\\.(?!$)|$)){4}");
    private static final int LONGEST = 253;

    /** IDNA 2003, which is Java's, maps these to other letters than IDNA 2008 does, and so to other hosts. */
    private static final Pattern DIFFERENT_HOST = Pattern.compile("[\u00DF\u1E9E\u03C2\u200C\u200D]");

    /** Scripts that words of Chinese, Japanese and Korean mix. Any other mixture in a label is made to deceive. */
    private static final Set<UnicodeScript> MIXABLE = Set.of(
            UnicodeScript.LATIN,
            UnicodeScript.HAN,
            UnicodeScript.HIRAGANA,
            UnicodeScript.KATAKANA,
            UnicodeScript.HANGUL,
            UnicodeScript.BOPOMOFO);

    /** Special-use names (RFC 6761 and others) and those that clouds and routers give to their own. */
    private static final List<String> PRIVATE_DOMAINS = List.of(
            "localhost",
            "localdomain",
            "local",
            "internal",
            "intranet",
            "private",
            "corp",
            "home",
            "lan",
            "home.arpa",
            "invalid",
            "test",
            "example",
            "onion",
            "alt");

    private HostName() {}

    /** @throws InvalidUrlException when it is no name */
    static String toAscii(String name) {
        if (DIFFERENT_HOST.matcher(name).find()) {
            throw InvalidUrlException.because("url.punycode");
        }
        for (var label : DOTS.split(name, -1)) {
            if (label.isEmpty() || mixesScripts(label)) {
                throw InvalidUrlException.because("url.host");
            }
        }
        try {
            return IDN.toASCII(name, IDN.USE_STD3_ASCII_RULES).toLowerCase(Locale.ROOT);
        } catch (IllegalArgumentException refused) {
            throw InvalidUrlException.because("url.host");
        }
    }

    private static boolean mixesScripts(String label) {
        var scripts = label.codePoints()
                .mapToObj(UnicodeScript::of)
                .filter(script -> script != UnicodeScript.COMMON && script != UnicodeScript.INHERITED)
                .collect(Collectors.toSet());
        return scripts.size() > 1 && !MIXABLE.containsAll(scripts);
    }

    /** Resolvers take such a host as an address, in forms that readers do not see: 0177.0.0.1, 2130706433, 0x7f.1. */
    static boolean isOddNumber(String host) {
        var last = host.substring(host.lastIndexOf('.') + 1).toLowerCase(Locale.ROOT);
        return NUMBER.matcher(last).matches() && !IPV4.matcher(host).matches();
    }

    static boolean isWellFormed(String host) {
        return host.length() <= LONGEST
                && List.of(host.split("\\.", -1)).stream().noneMatch(label -> label.isEmpty() || label.length() > 63);
    }

    /** A name without a dot is one of the own network. */
    static boolean isPrivate(String host) {
        var name = host.toLowerCase(Locale.ROOT);
        return !name.contains(".")
                || PRIVATE_DOMAINS.stream().anyMatch(domain -> name.equals(domain) || name.endsWith("." + domain));
    }
}
