package com.cactuswealth.webhooks.egress;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.net.InetAddress;
import java.net.URI;
import java.net.URISyntaxException;
import java.util.Locale;
import java.util.Optional;

/**
 * Where a request goes, taken apart.
 *
 * @param secure https rather than http
 * @param host a name in ASCII, or an address without brackets
 * @param resource path and query, in ASCII
 */
public record Target(boolean secure, String host, int port, String resource) {

    /** @throws InvalidUrlException when it is no absolute http(s) URL with a host */
    public static Target parse(String url) {
        var uri = uri(url);
        var scheme = String.valueOf(uri.getScheme()).toLowerCase(Locale.ROOT);
        if (!scheme.equals("https") && !scheme.equals("http")) {
            throw InvalidUrlException.because("url.scheme");
        }
        if (String.valueOf(uri.getRawAuthority()).contains("@")) {
            throw InvalidUrlException.because("url.credentials");
        }
        if (uri.getRawFragment() != null) {
            throw InvalidUrlException.because("url.fragment");
        }
        if (uri.getHost() == null || uri.getPort() == 0 || uri.getPort() > 65_535) {
            throw InvalidUrlException.because("url.host");
        }
        var secure = scheme.equals("https");
        var path = uri.getRawPath().isEmpty() ? "/" : uri.getRawPath();
        return new Target(
                secure,
                uri.getHost().replaceAll("[\\[\\]]", ""),
                uri.getPort() > 0 ? uri.getPort() : secure ? 443 : 80,
                uri.getRawQuery() == null ? path : path + "?" + uri.getRawQuery());
    }

    /**
     * The same URL in ASCII: an international host name as punycode, other characters of path and query percent-encoded.
     *
     * @throws InvalidUrlException when it is no URL
     */
    public static String toAscii(String url) {
        return uri(url).toString();
    }

    private static URI uri(String url) {
        if (!UTF_8.newEncoder().canEncode(url)) {
            throw InvalidUrlException.because("url.malformed");
        }
        try {
            var uri = new URI(url);
            return new URI(
                    uri.getHost() == null && uri.getRawAuthority() != null
                            ? withAsciiHost(uri).toASCIIString()
                            : uri.toASCIIString());
        } catch (URISyntaxException malformed) {
            throw InvalidUrlException.because("url.malformed");
        }
    }

    /** {@link URI} knows no host with other characters than ASCII's; it keeps the authority as one text. */
    private static URI withAsciiHost(URI uri) throws URISyntaxException {
        var authority = uri.getRawAuthority();
        var colon = authority.lastIndexOf(':');
        var host = colon < 0 ? authority : authority.substring(0, colon);
        var port = colon < 0 ? "" : authority.substring(colon);
        if (host.contains("@") || host.chars().allMatch(character -> character < 128)) {
            return uri;
        }
        var text = uri.toString();
        var begin = text.indexOf(authority);
        return new URI(
                text.substring(0, begin) + HostName.toAscii(host) + port + text.substring(begin + authority.length()));
    }

    /** The host when it is written as an address. */
    Optional<InetAddress> literal() {
        try {
            return Optional.of(InetAddress.ofLiteral(host));
        } catch (IllegalArgumentException name) {
            return Optional.empty();
        }
    }
}
