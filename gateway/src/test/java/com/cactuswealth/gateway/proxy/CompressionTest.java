package com.cactuswealth.gateway.proxy;

import static org.assertj.core.api.Assertions.assertThat;

import com.cactuswealth.gateway.suite.ClientOrigin;
import com.cactuswealth.gateway.suite.Suite;
import com.cactuswealth.gateway.suite.Versions;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.util.zip.GZIPInputStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

@QuarkusTest
@QuarkusTestResource(Suite.class)
class CompressionTest {

    private static final String LIST = "/api/v1/clients/list";

    private final HttpClient http = Versions.client();

    @TestHTTPResource
    private URI gateway;

    @TestHTTPResource(tls = true)
    private URI secure;

    @AfterEach
    void close() {
        http.close();
    }

    @ParameterizedTest
    @EnumSource(HttpClient.Version.class)
    void aListOfAServiceIsCompressed(HttpClient.Version version) throws Exception {
        var answer = send(version, LIST, "Accept-Encoding", "gzip, br");

        assertThat(answer.headers().allValues("Content-Encoding")).containsExactly("gzip");
        assertThat(answer.headers().allValues("Vary"))
                .anySatisfy(vary -> assertThat(vary).isEqualToIgnoringCase("Accept-Encoding"));
        assertThat(answer.body().length).isLessThan(ClientOrigin.LIST.length() / 5);
        assertThat(unzipped(answer.body())).isEqualTo(ClientOrigin.LIST);
    }

    @ParameterizedTest
    @CsvSource({"list, application/json", "list-in-pieces, application/json", "refusal, application/problem+json"})
    void soIsAnAnswerOfUnknownLengthAndALongProblem(String path, String type) throws Exception {
        var answer = send(request("/api/v1/clients/" + path, "Accept-Encoding", "gzip"));

        assertThat(answer.headers().firstValue("Content-Type")).hasValue(type);
        assertThat(answer.headers().allValues("Content-Encoding")).containsExactly("gzip");
        assertThat(unzipped(answer.body())).isEqualTo(ClientOrigin.LIST);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "identity", "br", "gzip;q=0", "gzip;q=0.5, identity"})
    void whoDoesNotAcceptItGetsItAsItIs(String accepted) throws Exception {
        var answer = send(request(LIST, "Accept-Encoding", accepted));

        assertThat(answer.headers().allValues("Content-Encoding")).isEmpty();
        assertThat(new String(answer.body(), StandardCharsets.UTF_8)).isEqualTo(ClientOrigin.LIST);
    }

    @ParameterizedTest
    @EnumSource(HttpClient.Version.class)
    void aShortAnswerIsNot(HttpClient.Version version) throws Exception {
        var answer = send(version, "/api/v1/clients/7", "Accept-Encoding", "gzip");

        assertThat(answer.headers().allValues("Content-Encoding")).isEmpty();
        assertThat(answer.body()).asString().isEqualTo("{\"bytes\":0}");
        assertThat(answer.headers().firstValue("Content-Length")).hasValue("11");
    }

    @ParameterizedTest
    @EnumSource(HttpClient.Version.class)
    void whatAServiceHasEncodedPassesUnchanged(HttpClient.Version version) throws Exception {
        var answer = send(version, "/api/v1/clients/encoded", "Accept-Encoding", "gzip");

        assertThat(answer.headers().allValues("Content-Encoding")).containsExactly("gzip");
        assertThat(answer.body()).asString().isEqualTo(ClientOrigin.LIST);
    }

    @Test
    void aFileOfAServicePassesUnchanged() throws Exception {
        var answer = send(request("/api/v1/clients/report", "Accept-Encoding", "gzip"));

        assertThat(answer.headers().allValues("Content-Encoding")).isEmpty();
        assertThat(answer.headers().firstValue("Content-Type")).hasValue("application/pdf");
        assertThat(answer.body()).asString().isEqualTo(ClientOrigin.LIST);
    }

    @Test
    void nothingIsSaidOfACodingWhereThereIsNoBody() throws Exception {
        var nothing = send(request("/api/v1/clients/nothing", "Accept-Encoding", "gzip"));
        var head = send(request(LIST, "Accept-Encoding", "gzip").method("HEAD", BodyPublishers.noBody()));

        assertThat(nothing.statusCode()).isEqualTo(204);
        assertThat(nothing.headers().allValues("Content-Encoding")).isEmpty();
        assertThat(head.headers().allValues("Content-Encoding")).isEmpty();
    }

    private HttpRequest.Builder request(String path, String... headers) {
        return HttpRequest.newBuilder(gateway.resolve(path)).headers(headers);
    }

    /** HTTP/2 is spoken over TLS only. */
    private HttpResponse<byte[]> send(HttpClient.Version version, String path, String... headers)
            throws IOException, InterruptedException {
        var address = version == HttpClient.Version.HTTP_2 ? secure : gateway;
        var answer = send(
                HttpRequest.newBuilder(address.resolve(path)).headers(headers).version(version));
        assertThat(answer.version()).isEqualTo(version);
        return answer;
    }

    private HttpResponse<byte[]> send(HttpRequest.Builder request) throws IOException, InterruptedException {
        return http.send(request.build(), BodyHandlers.ofByteArray());
    }

    private static String unzipped(byte[] body) throws IOException {
        try (var stream = new GZIPInputStream(new ByteArrayInputStream(body))) {
            return new String(stream.readAllBytes(), StandardCharsets.UTF_8);
        }
    }
}
