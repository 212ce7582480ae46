package com.cactuswealth.webhooks.egress;

import com.cactuswealth.webhooks.WebhooksConfig;
import jakarta.enterprise.context.ApplicationScoped;
import java.net.Inet4Address;
import java.net.InetAddress;
import java.util.List;
import java.util.stream.Stream;

/**
 * Decides where requests may go. A partner chooses the URL, so without this it could make the service call its own
 * neighbours or the cloud's metadata (server-side request forgery).
 */
@ApplicationScoped
public class Egress {

    /** Special-purpose ranges of the IANA registry, and Azure's metadata server, which has a public address. */
    private static final List<Network> CLOSED_V4 = Stream.of(
                    "0.0.0.0/8",
                    "10.0.0.0/8",
                    "100.64.0.0/10",
                    "127.0.0.0/8",
                    "169.254.0.0/16",
                    "172.16.0.0/12",
                    "192.0.0.0/24",
                    "192.0.2.0/24",
                    "192.88.99.0/24",
                    "192.168.0.0/16",
                    "198.18.0.0/15",
                    "198.51.100.0/24",
                    "203.0.113.0/24",
                    "224.0.0.0/4",
                    "240.0.0.0/4",
                    "168.63.129.16/32")
            .map(Network::of)
            .toList();

    /** The only range of IPv6 for the public internet; all else is local, multicast or an embedded IPv4 address. */
    private static final Network GLOBAL_V6 = Network.of("2000::/3");

    /** What is not public within it: protocol assignments with Teredo, documentation, 6to4. */
    private static final List<Network> CLOSED_V6 = Stream.of("2001::/23", "2001:db8::/32", "2002::/16", "3fff::/20")
            .map(Network::of)
            .toList();

    private final boolean development;

    Egress(WebhooksConfig config) {
        this.development = config.development();
    }

    /**
     * Refuses what can never be called. The address of a name is checked when a request is sent, because it may change.
     *
     * @throws InvalidUrlException which carries the reason
     */
    public void check(Target target) {
        var address = target.literal();
        if (target.host().contains(":")) {
            if (address.isEmpty() || target.host().contains("%")) {
                throw InvalidUrlException.because("url.host");
            }
        } else if (HostName.isOddNumber(target.host())) {
            throw InvalidUrlException.because("url.number");
        } else if (!HostName.isWellFormed(target.host())) {
            throw InvalidUrlException.because("url.host");
        }
        if (development) {
            return;
        }
        if (!target.secure()) {
            throw InvalidUrlException.because("url.insecure");
        }
        var isPrivate = address.map(found -> !isPublic(found)).orElseGet(() -> HostName.isPrivate(target.host()));
        if (isPrivate) {
            throw InvalidUrlException.because("url.private");
        }
    }

    boolean allows(InetAddress address) {
        return development || isPublic(address);
    }

    static boolean isPublic(InetAddress address) {
        return address instanceof Inet4Address
                ? CLOSED_V4.stream().noneMatch(network -> network.contains(address))
                : GLOBAL_V6.contains(address) && CLOSED_V6.stream().noneMatch(network -> network.contains(address));
    }
}
