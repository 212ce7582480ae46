package com.cactuswealth.budgetguard.proxy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.cactuswealth.servers.MotoAccount;
import com.cactuswealth.servers.MotoAccount.Mail;
import com.cactuswealth.servers.MotoServer;
import com.cactuswealth.servers.ServerFailure;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.Map;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class AwsProxyTest {

    private static MotoServer moto;
    private static AwsProxy proxy;

    private final MotoAccount account = new MotoAccount(proxy.url());
    private String instance;

    @BeforeAll
    static void start() {
        moto = MotoServer.temporary();
        proxy = AwsProxy.before(moto.url());
    }

    @AfterAll
    static void stop() {
        proxy.close();
        moto.close();
    }

    @BeforeEach
    void launch() {
        instance = account.launch("t4g.small", Map.of());
        proxy.reset();
    }

    @Test
    void writesDownWhatIsAskedInEachProtocol() {
        account.stop(instance);
        account.topic("alerts");
        account.secret("/cactus/hook", "whsec_1");

        assertThat(proxy.calls("ec2:StopInstances"))
                .singleElement()
                .satisfies(call -> assertThat(call.instances()).containsExactly(instance));
        assertThat(proxy.calls("sns:CreateTopic"))
                .singleElement()
                .satisfies(call -> assertThat(call.parameter("Name")).contains("alerts"));
        assertThat(proxy.calls("ssm:PutParameter"))
                .singleElement()
                .satisfies(call -> assertThat(call.parameters())
                        .isEqualTo(Map.of(
                                "Name", "/cactus/hook",
                                "Value", "whsec_1",
                                "Type", "SecureString",
                                "Overwrite", "true")));
    }

    @Test
    void namesTheElementsOfNestedJson() {
        account.table("ledger");

        assertThat(proxy.calls("dynamodb:CreateTable"))
                .singleElement()
                .satisfies(call ->
                        assertThat(call.parameter("KeySchema.1.AttributeName")).contains("id"));
    }

    @Test
    void answersAnInvocationItselfAndKeepsThePayload() throws Exception {
        var answer =
                send("/2015-03-31/functions/cactus-budget-guard-stop/invocations", "lambda", "{\"action\":\"stop\"}");

        assertThat(answer.statusCode()).isEqualTo(202);
        assertThat(proxy.calls())
                .containsExactly(new AwsCall(
                        "lambda:Invoke",
                        Map.of("FunctionName", "cactus-budget-guard-stop", "InvocationType", "Event"),
                        "{\"action\":\"stop\"}"));
    }

    @Test
    void refusesAsOftenAsItWasTold() {
        proxy.inject(Fault.refused("ec2:StopInstances", AwsError.REQUEST_LIMIT_EXCEEDED)
                .times(2));

        assertRefused(503, "RequestLimitExceeded", () -> account.stop(instance));
        assertRefused(503, "RequestLimitExceeded", () -> account.stop(instance));
        assertThat(account.instance(instance).state()).isEqualTo("running");
        account.stop(instance);

        assertThat(account.instance(instance).state()).isEqualTo("stopped");
    }

    @Test
    void refusesForOneInstanceOnly() {
        var other = account.launch("t4g.small", Map.of());
        proxy.inject(Fault.refused("ec2:StopInstances", AwsError.UNAUTHORIZED_OPERATION)
                .onlyFor(instance));

        account.stop(other);

        assertRefused(403, "UnauthorizedOperation", () -> account.stop(instance));
        assertThat(account.instance(other).state()).isEqualTo("stopped");
    }

    @Test
    void canRefuseWhatItDid() {
        proxy.inject(Fault.refused("ec2:StopInstances", AwsError.INTERNAL_ERROR).thoughDone());

        assertRefused(500, "InternalError", () -> account.stop(instance));

        assertThat(account.instance(instance).state()).isEqualTo("stopped");
    }

    @Test
    void refusesInTheServicesOwnProtocol() {
        var topic = account.topic("alerts");
        proxy.inject(Fault.refused("sns:Publish", AwsError.THROTTLING));
        proxy.inject(Fault.refused("ssm:PutParameter", AwsError.ACCESS_DENIED));

        assertRefused(
                400,
                "<ErrorResponse><Error><Type>Sender</Type><Code>ThrottlingException</Code>",
                () -> account.publish(topic, new Mail("Aviso", "Texto")));
        assertRefused(400, "{\"__type\":\"AccessDeniedException\"", () -> account.secret("/cactus/hook", "whsec_1"));
    }

    @Test
    void answersLate() {
        proxy.inject(Fault.slow("ec2:StopInstances", Duration.ofMillis(300)));
        var began = System.nanoTime();

        account.stop(instance);

        assertThat(Duration.ofNanos(System.nanoTime() - began)).isGreaterThan(Duration.ofMillis(300));
        assertThat(account.instance(instance).state()).isEqualTo("stopped");
    }

    @Test
    void showsAnInstanceOnItsWay() {
        account.stop(instance);
        proxy.show(instance, "stopping", 2);

        assertThat(account.instance(instance).state()).isEqualTo("stopping");
        assertThat(account.instance(instance).state()).isEqualTo("stopping");
        assertThat(account.instance(instance).state()).isEqualTo("stopped");
    }

    @Test
    void changesTheTypeOfAStoppedInstanceOnly() {
        assertRefused(400, "IncorrectInstanceState", () -> account.resize(instance, "t4g.micro"));
        account.stop(instance);
        proxy.show(instance, "stopping", 1);
        assertRefused(400, "IncorrectInstanceState", () -> account.resize(instance, "t4g.micro"));

        assertThat(account.instance(instance).state()).isEqualTo("stopping");
        account.resize(instance, "t4g.micro");

        assertThat(account.instance(instance).type()).isEqualTo("t4g.micro");
    }

    @Test
    void doesNotStartAnInstanceThatIsStillStopping() {
        account.stop(instance);
        proxy.show(instance, "stopping", 1);
        assertRefused(400, "IncorrectInstanceState", () -> account.start(instance));
    }

    @Test
    void forgetsEverythingWhenReset() {
        proxy.inject(Fault.refused("ec2:StopInstances", AwsError.INTERNAL_ERROR));
        proxy.show(instance, "stopping", 2);

        proxy.reset();

        assertThat(proxy.calls()).isEmpty();
        account.stop(instance);
        assertThat(account.instance(instance).state()).isEqualTo("stopped");
    }

    private static void assertRefused(int status, String code, ThrowingCallable call) {
        assertThatThrownBy(call)
                .isInstanceOf(ServerFailure.class)
                .hasMessageStartingWith("AWS answered " + status)
                .hasMessageContaining(code);
    }

    private static HttpResponse<String> send(String path, String service, String body)
            throws IOException, InterruptedException {
        var request = HttpRequest.newBuilder(URI.create(proxy.url() + path))
                .header(
                        "Authorization",
                        "AWS4-HMAC-SHA256 Credential=a/20260101/us-east-1/%s/aws4_request, Signature=b"
                                .formatted(service))
                .header("X-Amz-Invocation-Type", "Event")
                .POST(BodyPublishers.ofString(body))
                .build();
        try (var client = HttpClient.newHttpClient()) {
            return client.send(request, BodyHandlers.ofString());
        }
    }
}
