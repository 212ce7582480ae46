package com.cactuswealth.webhooks.egress;

import static org.assertj.core.api.Assertions.assertThat;

import com.cactuswealth.webhooks.TestConfig;
import io.vertx.core.MultiMap;
import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpServerOptions;
import io.vertx.core.net.PfxOptions;
import java.nio.file.Path;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Although connections go to an address, certificates must fit the name in the URL and come from a trusted issuer. */
class TlsTest {

    private static final String PASSWORD = "changeit";
    private static final String TRUST_STORE = "javax.net.ssl.trustStore";

    @TempDir
    Path folder;

    private final Vertx vertx = Vertx.vertx();

    @AfterEach
    void stop() throws Exception {
        System.clearProperty(TRUST_STORE);
        System.clearProperty(TRUST_STORE + "Password");
        vertx.close().toCompletionStage().toCompletableFuture().get(5, TimeUnit.SECONDS);
    }

    @Test
    void aTrustedCertificateOfTheNameIsAccepted() throws Exception {
        var store = certificateFor("localhost");
        trust(store);

        assertThat(post(serverWith(store)))
                .isInstanceOfSatisfying(
                        Answer.Response.class,
                        answer -> assertThat(answer.status()).isEqualTo(204));
    }

    @Test
    void aTrustedCertificateOfAnotherNameIsNot() throws Exception {
        var store = certificateFor("elsewhere.example");
        trust(store);

        assertRefused(post(serverWith(store)));
    }

    @Test
    void aCertificateThatNobodyVouchesForIsNot() throws Exception {
        assertRefused(post(serverWith(certificateFor("localhost"))));
    }

    private static void trust(Path store) {
        System.setProperty(TRUST_STORE, store.toString());
        System.setProperty(TRUST_STORE + "Password", PASSWORD);
    }

    private static void assertRefused(Answer answer) {
        assertThat(answer)
                .isInstanceOfSatisfying(
                        Answer.Failure.class,
                        failure -> assertThat(failure.detail()).startsWith("TLS: "));
    }

    private Path certificateFor(String name) throws Exception {
        var store = folder.resolve(name + ".p12");
        var keytool = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "keytool")
                                .toString(),
                        "-genkeypair",
                        "-keyalg",
                        "EC",
                        "-alias",
                        "partner",
                        "-dname",
                        "CN=" + name,
                        "-ext",
                        "san=dns:" + name,
                        "-storetype",
                        "PKCS12",
                        "-storepass",
                        PASSWORD,
                        "-keystore",
                        store.toString())
                .inheritIO()
                .start();
        assertThat(keytool.waitFor()).isZero();
        return store;
    }

    private int serverWith(Path store) throws Exception {
        var options = new HttpServerOptions()
                .setSsl(true)
                .setKeyCertOptions(new PfxOptions().setPath(store.toString()).setPassword(PASSWORD));
        return vertx.createHttpServer(options)
                .requestHandler(request -> request.response().setStatusCode(204).end())
                .listen(0, "127.0.0.1")
                .toCompletionStage()
                .toCompletableFuture()
                .get(10, TimeUnit.SECONDS)
                .actualPort();
    }

    private Answer post(int port) throws Exception {
        var config = TestConfig.with(Map.of("development", "true"));
        var courier = new Courier(vertx, new Resolver(), new Egress(config), config);
        var answer = new CompletableFuture<Answer>();
        vertx.runOnContext(ignored -> courier.post(
                        new Target(true, "localhost", port, "/"),
                        MultiMap.caseInsensitiveMultiMap(),
                        Buffer.buffer("{}"))
                .onSuccess(answer::complete));
        return answer.get(20, TimeUnit.SECONDS);
    }
}
