package com.cactuswealth.gateway.dashboard;

import static org.assertj.core.api.Assertions.assertThat;

import com.cactuswealth.gateway.suite.Suite;
import com.cactuswealth.gateway.suite.Versions;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** With a client that does not decode, because the coded samples only say what they would be. */
@QuarkusTest
@QuarkusTestResource(Suite.class)
class DashboardTest {

    private static final String MAIN = "/assets/main-C4c7u5ab.js";
    private static final String FONT = "/assets/inter-B_x-1234.woff2";
    private static final String NAVIGATION = "text/html,application/xhtml+xml,application/xml;q=0.9,*/*;q=0.8";

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
    void anAssetIsKeptForEverInTheCodingThatItWasBuiltWith(HttpClient.Version version) throws Exception {
        var answer = send(version, MAIN, "Accept-Encoding", "gzip, deflate, br, zstd");

        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(answer.body()).isEqualTo("main in Brotli");
        assertThat(answer.headers().allValues("Content-Encoding")).containsExactly("br");
        assertThat(header(answer, "Cache-Control")).isEqualTo("public, max-age=31536000, immutable");
        assertThat(header(answer, "Content-Type")).isEqualTo("text/javascript;charset=UTF-8");
        assertThat(header(answer, "Vary")).isEqualToIgnoringCase("Accept-Encoding");
        assertThat(header(answer, "Content-Length")).isEqualTo("14");
        assertThat(header(answer, "X-Content-Type-Options")).isEqualTo("nosniff");
    }

    @ParameterizedTest
    @EnumSource(HttpClient.Version.class)
    void whatIsInGzipIsNotCompressedAgain(HttpClient.Version version) throws Exception {
        var answer = send(version, MAIN, "Accept-Encoding", "gzip");

        assertThat(answer.body()).isEqualTo("main in gzip");
        assertThat(answer.headers().allValues("Content-Encoding")).containsExactly("gzip");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', nullValues = "none", textBlock = """
        br;q=0.5, gzip;q=0.8     | gzip
        br;q=0, gzip             | gzip
        *                        | br
        *;q=0.1, br;q=0          | gzip
        identity, gzip;q=0.5     | none
        br;q=0, gzip;q=0         | none
        identity;q=0, br         | br
        zstd                     | none
        br;q=nonsense;;, gzip;q= | br
        """)
    void theCallerChoosesTheCoding(String accepted, String coding) throws Exception {
        var answer = send(request(MAIN, "Accept-Encoding", accepted));

        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(header(answer, "Content-Encoding")).isEqualTo(coding);
    }

    @Test
    void whoAcceptsNoCodingAndWhatHasNoneIsSentAsItIs() throws Exception {
        assertThat(get(MAIN).body()).isEqualTo("console.log(\"Cactus\")\n");
        var font = send(request(FONT, "Accept-Encoding", "br, gzip"));
        assertThat(font.body()).isEqualTo("not really a font\n");
        assertThat(header(font, "Content-Encoding")).isNull();
        assertThat(header(font, "Content-Type")).isEqualTo("font/woff2");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/assets/main-0000000.js",
                "/assets/",
                "/assets/main-C4c7u5ab.js.br",
                "/assets/main-C4c7u5ab.js.gz",
                "/assets/a/b/c/d/e.js"
            })
    void anAssetThatIsNotThereIsNotFoundAlsoForANavigation(String path) throws Exception {
        var answer = send(request(path, "Accept", NAVIGATION));

        assertThat(answer.statusCode()).isEqualTo(404);
        assertThat(header(answer, "Content-Type")).isEqualTo("application/problem+json");
        assertThat(header(answer, "Cache-Control")).isEqualTo("no-store");
    }

    @Test
    void filesWithoutAHashAreAskedForAgainAndNotSentAgain() throws Exception {
        var icon = get("/favicon.svg");
        assertThat(icon.statusCode()).isEqualTo(200);
        assertThat(header(icon, "Content-Type")).isEqualTo("image/svg+xml");
        assertThat(header(icon, "Cache-Control")).isEqualTo("no-cache");
        assertThat(header(get("/site.webmanifest"), "Content-Type")).isEqualTo("application/manifest+json");
        assertThat(get("/robots.txt").body()).isEqualTo("User-agent: *\nDisallow: /\n");

        var again = send(request("/favicon.svg", "If-None-Match", "W/\"other\", " + header(icon, "ETag")));
        assertThat(again.statusCode()).isEqualTo(304);
        assertThat(again.body()).isEmpty();
        assertThat(header(again, "ETag")).isEqualTo(header(icon, "ETag"));
        assertThat(header(again, "Content-Encoding")).isNull();
        assertThat(send(request("/favicon.svg", "If-None-Match", "\"other\"")).statusCode())
                .isEqualTo(200);
    }

    @Test
    void eachCodingHasItsOwnTag() throws Exception {
        var brotli = send(request(MAIN, "Accept-Encoding", "br"));
        var plain = get(MAIN);

        assertThat(header(brotli, "ETag")).matches("\"[0-9a-f]{32}\"").isNotEqualTo(header(plain, "ETag"));
        assertThat(send(request(MAIN, "If-None-Match", header(brotli, "ETag"))).statusCode())
                .isEqualTo(200);
    }

    @ParameterizedTest
    @ValueSource(strings = {"/", "/index.html", "/clients/0199a/notes?tab=1", "/ñandú", "/quotes", "/x.html", "/docs2"})
    void anAddressThatOnlyTheDashboardKnowsShowsItsPage(String path) throws Exception {
        var answer = send(request(path, "Accept", NAVIGATION));

        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(answer.body()).contains("<title>Cactus</title>");
        assertThat(header(answer, "Content-Type")).isEqualTo("text/html;charset=UTF-8");
        assertThat(header(answer, "Cache-Control")).isEqualTo("no-store");
        assertThat(header(answer, "ETag")).isNull();
        assertThat(header(answer, "Content-Security-Policy")).contains("script-src 'self'");
    }

    @Test
    void thePageIsCodedToo() throws Exception {
        var answer = send(request("/clients", "Accept", NAVIGATION, "Accept-Encoding", "gzip, br"));

        assertThat(answer.body()).isEqualTo("index.html in Brotli");
        assertThat(header(answer, "Content-Encoding")).isEqualTo("br");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/api",
                "/api/v1/nothing",
                "/docs/nothing",
                "/health/x",
                "/openapi.json/x",
                "/q/nothing",
                "/ws2/../api/x",
                "/assets"
            })
    void thePageIsNeverTheAnswerOfAnApi(String path) throws Exception {
        var answer = send(request(path, "Accept", NAVIGATION));

        assertThat(answer.statusCode()).isEqualTo(404);
        assertThat(answer.body()).doesNotContain("<title>");
    }

    @Test
    void whoAcceptsAnythingGetsThePageToo() throws Exception {
        for (var accept : new String[] {"*/*", "text/*", "image/avif,image/webp,*/*;q=0.8"}) {
            var answer = send(request("/clients/0199a", "Accept", accept));
            assertThat(answer.statusCode()).as(accept).isEqualTo(200);
            assertThat(answer.body()).as(accept).contains("<title>Cactus</title>");
        }
        assertThat(get("/clients").body()).contains("<title>Cactus</title>");
        var head = send(request("/clients").method("HEAD", BodyPublishers.noBody()));
        assertThat(head.statusCode()).isEqualTo(200);
        assertThat(header(head, "Content-Type")).isEqualTo("text/html;charset=UTF-8");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"/nothing.txt", "/clients/photo.png", "/api/v1/nothing", "/docs/nothing", "/assets/nothing"})
    void aFileThatIsNotThereIsNotThePage(String path) throws Exception {
        for (var request : List.of(request(path), request(path, "Accept", "*/*"))) {
            var answer = send(request);
            assertThat(answer.statusCode()).isEqualTo(404);
            assertThat(header(answer, "Content-Type")).isEqualTo("application/problem+json");
        }
    }

    @Test
    void whoWantsSomethingElseDoesNotGetThePage() throws Exception {
        for (var accept : new String[] {"application/json", "text/html;q=0", "text/html;q=0, */*", "*/*;q=0"}) {
            assertThat(send(request("/clients", "Accept", accept)).statusCode())
                    .as(accept)
                    .isEqualTo(404);
        }
        assertThat(get("/").statusCode()).isEqualTo(200);
        var post = request("/clients", "Accept", NAVIGATION).POST(BodyPublishers.ofString("x"));
        assertThat(send(post).statusCode()).isEqualTo(404);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/../outside.txt",
                "/%2e%2e/outside.txt",
                "/assets/..%2f..%2foutside.txt",
                "/assets/%2e%2e%2f%2e%2e%2foutside.txt",
                "/assets/..%5c..%5coutside.txt",
                "/assets/../../outside.txt",
                "/assets//../../../outside.txt",
                "/.%2e/outside.txt",
                "/..;/outside.txt",
                "/assets/%00/../outside.txt",
                "/application.properties"
            })
    void noPathLeadsOut(String path) throws Exception {
        var answer = get(path);

        assertThat(answer.statusCode()).isIn(400, 404);
        assertThat(answer.body()).doesNotContain("outside\n", "quarkus");
    }

    @Test
    void headTellsWhatGetWouldSend() throws Exception {
        var head = send(request(MAIN, "Accept-Encoding", "br").method("HEAD", BodyPublishers.noBody()));
        var get = send(request(MAIN, "Accept-Encoding", "br"));

        assertThat(head.statusCode()).isEqualTo(200);
        assertThat(head.body()).isEmpty();
        for (var name : new String[] {"Content-Length", "Content-Encoding", "Content-Type", "ETag", "Cache-Control"}) {
            assertThat(header(head, name)).as(name).isEqualTo(header(get, name)).isNotNull();
        }
    }

    @Test
    void itsPathsAreNotMetricsOfTheirOwn() throws Exception {
        send(request("/clients/87654321", "Accept", NAVIGATION));

        assertThat(get("/q/metrics").body()).contains("uri=\"/dashboard\"").doesNotContain("87654321");
    }

    private HttpResponse<String> get(String path) throws IOException, InterruptedException {
        return send(request(path));
    }

    private HttpRequest.Builder request(String path, String... headers) {
        var request = HttpRequest.newBuilder(URI.create(gateway.resolve("/") + path.substring(1)));
        return headers.length == 0 ? request : request.headers(headers);
    }

    /** HTTP/2 is spoken over TLS only. */
    private HttpResponse<String> send(HttpClient.Version version, String path, String... headers)
            throws IOException, InterruptedException {
        var address = version == HttpClient.Version.HTTP_2 ? secure : gateway;
        var answer = send(
                HttpRequest.newBuilder(address.resolve(path)).headers(headers).version(version));
        assertThat(answer.version()).isEqualTo(version);
        return answer;
    }

    private HttpResponse<String> send(HttpRequest.Builder request) throws IOException, InterruptedException {
        return http.send(request.build(), BodyHandlers.ofString());
    }

    private static String header(HttpResponse<?> answer, String name) {
        return answer.headers().firstValue(name).orElse(null);
    }
}
