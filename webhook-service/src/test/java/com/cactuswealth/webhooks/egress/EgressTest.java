package com.cactuswealth.webhooks.egress;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import com.cactuswealth.webhooks.Receiver;
import com.cactuswealth.webhooks.TestConfig;
import io.vertx.core.MultiMap;
import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import java.net.InetAddress;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class EgressTest {

    private final Egress production = new Egress(TestConfig.with(Map.of()));
    private final Egress development = new Egress(TestConfig.with(Map.of("development", "true")));

    @ParameterizedTest
    @ValueSource(
            strings = {
                "0.0.0.0",
                "10.1.2.3",
                "100.64.0.1",
                "100.100.100.200",
                "127.0.0.1",
                "127.255.255.254",
                "169.254.169.254",
                "172.16.0.1",
                "172.31.255.255",
                "192.0.0.192",
                "192.0.2.1",
                "192.88.99.1",
                "192.168.1.1",
                "198.18.0.1",
                "198.51.100.7",
                "203.0.113.9",
                "224.0.0.1",
                "239.1.2.3",
                "240.0.0.1",
                "255.255.255.255",
                "168.63.129.16",
                "::",
                "::1",
                "::ffff:127.0.0.1",
                "::ffff:10.0.0.1",
                "::ffff:a9fe:a9fe",
                "::127.0.0.1",
                "64:ff9b::7f00:1",
                "64:ff9b:1::a00:1",
                "100::1",
                "2001::1",
                "2001:db8::1",
                "2002:7f00:1::",
                "2002:a00:1::1",
                "3fff::1",
                "5f00::1",
                "fc00::1",
                "fd00:ec2::254",
                "fe80::1",
                "fec0::1",
                "ff02::1"
            })
    void privateAndSpecialAddressesAreNotPublic(String address) {
        assertThat(Egress.isPublic(InetAddress.ofLiteral(address))).isFalse();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "1.1.1.1",
                "8.8.8.8",
                "9.255.255.255",
                "11.0.0.0",
                "100.63.255.255",
                "100.128.0.0",
                "172.15.255.255",
                "172.32.0.0",
                "192.167.255.255",
                "223.255.255.255",
                "::ffff:8.8.8.8",
                "2606:4700:4700::1111",
                "2a00:1450:4001:800::200e"
            })
    void addressesOfTheInternetAre(String address) {
        assertThat(Egress.isPublic(InetAddress.ofLiteral(address))).isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "ftp://partner.example.com/",
                "partner.example.com/hooks",
                "/hooks",
                "https:///hooks",
                "https:partner.example.com",
                "https://user:secret@partner.example.com/",
                "https://user@b\u00FCcher.example.com/",
                "https://partner.example.com/#part",
                "https://partner.example.com:0/",
                "https://partner.example.com:70000/",
                "https://b\u00FCcher.example.com:70000/",
                "https://b\u00FCcher.example.com:port/",
                "https://part ner/",
                "https://partner..example.com/",
                "https://b\u00FCcher..example.com/",
                "https://.b\u00FCcher.example.com/",
                "https://partner.example.com./",
                "https://b\u00FC cher.example.com/",
                "https://b\u00FCch%65r.example.com/",
                "https://%6cocalhost/",
                "https://p\u0430ypal.example.com/",
                "https://stra\u00DFe.example.com/",
                "https://\uD83D\uDE00.example.com/",
                "https://partner.example.com/\uD800",
                "https://partner.example.com/\0",
                "https://[fe80::1%25eth0]/",
                "https://[fe80::1%eth0]/",
                "https://[fe80::1%lo]/",
                "https://[::1",
                "https://127.1/",
                "https://2130706433/",
                "https://0177.0.0.1/",
                "https://0x7f.1/",
                "https://0x7f000001/",
                "https://127.0.0.01/",
                "https://256.0.0.1/",
                "https://1.2.3/",
                "https://partner.1/",
                "https://\uFF12\uFF11\uFF13\uFF10\uFF17\uFF10\uFF16\uFF14\uFF13\uFF13/",
                "mailto:partner@example.com",
                "javascript:alert(1)"
            })
    void whatIsNoPlainAddressOfAnHttpServerIsRefusedEverywhere(String url) {
        assertThatIllegalArgumentException().isThrownBy(() -> development.check(Target.parse(url)));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "http://partner.example.com/",
                "https://127.0.0.1/",
                "https://127.1/",
                "https://2130706433/",
                "https://0.0.0.0/",
                "https://10.0.0.1/",
                "https://192.168.0.1:8443/",
                "https://\uFF11\uFF12\uFF17\u3002\uFF10\u3002\uFF10\u3002\uFF11/",
                "https://[::]/",
                "https://[::1]/",
                "https://[::ffff:10.0.0.1]/",
                "https://[64:ff9b::7f00:1]/",
                "https://[64:ff9b::8.8.8.8]/",
                "https://[fe80::1]/",
                "https://[fd00:ec2::254]/latest/meta-data",
                "https://169.254.169.254/latest/meta-data",
                "https://localhost/",
                "https://LOCALHOST/",
                "https://hooks.localhost/",
                "https://loc\u00ADalhost/",
                "https://localhost.localdomain/",
                "https://printer.local/",
                "https://metadata.google.internal/",
                "https://Metadata.Google.INTERNAL/",
                "https://router.home.arpa/",
                "https://nas.lan/",
                "https://postgres/"
            })
    void inProductionWhatCanNeverBeCalledIsRefusedAtFirstSight(String url) {
        assertThatIllegalArgumentException().isThrownBy(() -> production.check(Target.parse(url)));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "https://partner.example.com",
                "https://partner.example.com:8443/hooks?a=b",
                "https://8.8.8.8/",
                "https://[2606:4700:4700::1111]:8443/",
                "https://xn--bcher-kva.example.com/",
                "https://localhost.example.com/",
                "https://internal.example.com/",
                "https://local-bank.example.com/",
                "https://0x7f.example.com/",
                "https://1.example.com/"
            })
    void inProductionWhatMayBeOnTheInternetIsAccepted(String url) {
        assertThatCode(() -> production.check(Target.parse(url))).doesNotThrowAnyException();
        assertThat(Target.toAscii(url)).isEqualTo(url);
    }

    @ParameterizedTest
    @CsvSource({
        "https://b\u00FCcher.example.com/hooks?a=b, https://xn--bcher-kva.example.com/hooks?a=b",
        "https://B\u00DCCHER.example.com:8443, https://xn--bcher-kva.example.com:8443",
        "https://bu\u0308cher.example.com/, https://xn--bcher-kva.example.com/",
        "https://\u4F8B\u3048.example.com/, https://xn--r8jz45g.example.com/",
        "https://partner\u3002\u00E9xample.com/, https://partner.xn--xample-9ua.com/",
        "https://partner.example.com/ca\u00F1\u00F3n?q=\u00F1, https://partner.example.com/ca%C3%B1%C3%B3n?q=%C3%B1"
    })
    void anInternationalUrlIsWrittenInAscii(String url, String ascii) {
        assertThat(Target.toAscii(url)).isEqualTo(ascii);
        assertThatCode(() -> production.check(Target.parse(url))).doesNotThrowAnyException();
    }

    @Test
    void inDevelopmentThePartnerMayRunOnTheSameMachine() {
        assertThatCode(() -> development.check(Target.parse("http://localhost:9999/hooks?a=b")))
                .doesNotThrowAnyException();
        assertThat(Target.parse("http://[::1]:9999")).isEqualTo(new Target(false, "::1", 9999, "/"));
        assertThat(Target.parse("HTTPS://Partner.example.com/a%20b?c=d"))
                .isEqualTo(new Target(true, "Partner.example.com", 443, "/a%20b?c=d"));
    }

    @Test
    void aNameThatLeadsToThisMachineIsNotConnectedTo() throws Exception {
        var vertx = Vertx.vertx();
        try {
            var config = TestConfig.with(Map.of());
            var courier = new Courier(vertx, new Resolver(), new Egress(config), config);
            var target = new Target(false, "localhost", Receiver.running().port(), "/never");

            var answer = post(vertx, courier, target);

            assertThat(answer).isInstanceOfSatisfying(Answer.Failure.class, failure -> {
                assertThat(failure.cause()).isEqualTo(Answer.Cause.BLOCKED);
                assertThat(failure.timings().connect()).isEmpty();
            });
            assertThat(Receiver.running().at("/never")).isEmpty();
        } finally {
            vertx.close().toCompletionStage().toCompletableFuture().get(5, TimeUnit.SECONDS);
        }
    }

    private static Answer post(Vertx vertx, Courier courier, Target target) throws Exception {
        var answer = new CompletableFuture<Answer>();
        vertx.runOnContext(ignored -> courier.post(target, MultiMap.caseInsensitiveMultiMap(), Buffer.buffer("{}"))
                .onSuccess(answer::complete));
        return answer.get(20, TimeUnit.SECONDS);
    }
}
