package com.cactuswealth.systemtests;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.cactuswealth.servers.MotoServer;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * {@code deploy/publish-metrics} on a machine with the suite, an instance's metadata and a CloudWatch: what arrives there
 * has exactly the names that Terraform's alarms watch.
 */
class PublishMetricsIT {

    private static final String INSTANCE = "i-0123456789abcdef0";
    private static final String METADATA_TOKEN = "a token of the metadata";
    private static final Path DEPLOY =
            Path.of(System.getProperty("cactus.root")).resolve("deploy");

    private static MotoServer aws;
    private static HttpServer metadata;

    private final Suites.Front suite = Suites.front();
    private final HttpClient http = HttpClient.newHttpClient();

    @TempDir
    private Path folder;

    @BeforeAll
    static void start() throws IOException {
        aws = MotoServer.temporary();
        metadata = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        metadata.createContext("/latest/", PublishMetricsIT::answer);
        metadata.start();
    }

    @AfterAll
    static void stop() {
        metadata.stop(0);
        aws.close();
    }

    @Test
    void theFiguresOfThisMachineArriveUnderTheNamesThatAlarmsWatch() throws Exception {
        Person.anonymous(suite.url()).get("/docs").then().statusCode(200);

        assertThat(publish(suite.url())).isEqualTo(0);

        assertThat(newest("GatewayLatencyP95", "Milliseconds")).isBetween(0.1, 5000.0);
        assertThat(newest("MemoryUsed", "Percent")).isBetween(1.0, 100.0);
        assertThat(newest("DiskUsed", "Percent")).isBetween(0.0, 100.0);
        assertThat(ask(Map.of("Action", "ListMetrics", "Version", "2010-08-01")).split("<Namespace>", -1))
                .as("and nothing else")
                .hasSize(4);
    }

    @Test
    void aGatewayThatDoesNotAnswerIsAFailureThatKeepsNothingElseBack() throws Exception {
        var before = samples("MemoryUsed");

        assertThat(publish(URI.create("http://127.0.0.1:1"))).isEqualTo(1);

        assertThat(output()).contains("the gateway does not tell its metrics at http://127.0.0.1:1/q/metrics");
        await().untilAsserted(() -> assertThat(samples("MemoryUsed")).isEqualTo(before + 1));
    }

    @Test
    void withoutCredentialsItSaysSo() throws Exception {
        assertThat(run(
                        Map.of("AWS_EC2_METADATA_SERVICE_ENDPOINT", "http://127.0.0.1:1"),
                        DEPLOY.resolve("publish-metrics").toString()))
                .isEqualTo(1);
        assertThat(output()).contains("no credentials");
    }

    @Test
    void aBackupGoesToABucketAndComesBackAsItWas() throws Exception {
        var dump = Files.writeString(folder.resolve("x.dump"), "a dump of the database");
        var script = """
                set -eu
                . "$1/aws.sh"
                aws_sign_in
                aws_curl s3 --request PUT "$AWS_ENDPOINT_URL_S3/backups" >/dev/null
                url=$(s3_url s3://backups/box/x.dump)
                aws_curl s3 --upload-file "$2" "$url"
                aws_curl s3 --output "$2.back" "$url"
                """;

        assertThat(run(Map.of(), "sh", "-c", script, "sh", DEPLOY.toString(), dump.toString()))
                .as(output())
                .isEqualTo(0);

        assertThat(folder.resolve("x.dump.back")).hasContent("a dump of the database");
    }

    private int publish(URI gateway) throws IOException, InterruptedException {
        return run(
                Map.of("CACTUS_GATEWAY_URL", gateway.toString()),
                DEPLOY.resolve("publish-metrics").toString());
    }

    private int run(Map<String, String> environment, String... command) throws IOException, InterruptedException {
        var builder = new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(folder.resolve("output").toFile());
        builder.environment().keySet().removeIf(name -> name.startsWith("AWS_"));
        builder.environment()
                .putAll(Map.of(
                        "AWS_EC2_METADATA_SERVICE_ENDPOINT",
                        "http://127.0.0.1:" + metadata.getAddress().getPort(),
                        "AWS_ENDPOINT_URL_CLOUDWATCH",
                        aws.url().toString(),
                        "AWS_ENDPOINT_URL_S3",
                        aws.url().toString()));
        builder.environment().putAll(environment);
        var process = builder.start();
        assertThat(process.waitFor(60, TimeUnit.SECONDS)).isTrue();
        return process.exitValue();
    }

    private String output() throws IOException {
        return Files.exists(folder.resolve("output")) ? Files.readString(folder.resolve("output")) : "";
    }

    /** The average of the last minutes, as an alarm on this instance would see it. */
    private double newest(String metric, String unit) throws Exception {
        var answer = statistics(metric, unit);
        var average = Pattern.compile("<Average>([0-9.]+)</Average>").matcher(answer);
        assertThat(average.find()).as(answer).isTrue();
        return Double.parseDouble(average.group(1));
    }

    private int samples(String metric) throws Exception {
        return Pattern.compile("<SampleCount>([0-9.]+)</SampleCount>")
                .matcher(statistics(metric, "Percent"))
                .results()
                .mapToInt(count -> (int) Double.parseDouble(count.group(1)))
                .sum();
    }

    private String statistics(String metric, String unit) throws Exception {
        var parameters = new TreeMap<String, String>();
        parameters.put("Action", "GetMetricStatistics");
        parameters.put("Version", "2010-08-01");
        parameters.put("Namespace", "Cactus");
        parameters.put("MetricName", metric);
        parameters.put("Unit", unit);
        parameters.put("Dimensions.member.1.Name", "InstanceId");
        parameters.put("Dimensions.member.1.Value", INSTANCE);
        parameters.put("StartTime", Instant.now().minus(Duration.ofMinutes(10)).toString());
        parameters.put("EndTime", Instant.now().plus(Duration.ofMinutes(1)).toString());
        parameters.put("Period", "3600");
        parameters.put("Statistics.member.1", "Average");
        parameters.put("Statistics.member.2", "SampleCount");
        return ask(parameters);
    }

    private String ask(Map<String, String> parameters) throws IOException, InterruptedException {
        var form = parameters.entrySet().stream()
                .map(entry -> entry.getKey() + "=" + URLEncoder.encode(entry.getValue(), UTF_8))
                .reduce((a, b) -> a + "&" + b)
                .orElseThrow();
        var request = HttpRequest.newBuilder(aws.url())
                .header("Content-Type", "application/x-www-form-urlencoded")
                .header(
                        "Authorization",
                        "AWS4-HMAC-SHA256 Credential=test/20261126/us-east-1/monitoring/aws4_request, "
                                + "SignedHeaders=host, Signature=none")
                .POST(BodyPublishers.ofString(form))
                .build();
        return http.send(request, BodyHandlers.ofString()).body();
    }

    /** An instance's metadata, version 2: nothing is told without a token that only a PUT can get. */
    private static void answer(HttpExchange exchange) throws IOException {
        try (exchange) {
            var path = exchange.getRequestURI().getPath().substring("/latest/".length());
            var signedIn = METADATA_TOKEN.equals(exchange.getRequestHeaders().getFirst("X-aws-ec2-metadata-token"));
            var text =
                    switch (path) {
                        case "api/token" -> exchange.getRequestMethod().equals("PUT") ? METADATA_TOKEN : "";
                        case "meta-data/instance-id" -> INSTANCE;
                        case "meta-data/placement/region" -> MotoServer.REGION;
                        case "meta-data/iam/security-credentials/" -> "box";
                        case "meta-data/iam/security-credentials/box" -> """
                            {
                              "Code" : "Success",
                              "Type" : "AWS-HMAC",
                              "AccessKeyId" : "ASIAEXAMPLE",
                              "SecretAccessKey" : "secret/of+the role",
                              "Token" : "session//token==",
                              "Expiration" : "2099-01-01T00:00:00Z"
                            }
                            """;
                        default -> "";
                    };
            var status = !signedIn && !path.equals("api/token") ? 401 : text.isEmpty() ? 404 : 200;
            var body = (status == 200 ? text : "").getBytes(UTF_8);
            exchange.sendResponseHeaders(status, body.length == 0 ? -1 : body.length);
            exchange.getResponseBody().write(body);
        }
    }
}
