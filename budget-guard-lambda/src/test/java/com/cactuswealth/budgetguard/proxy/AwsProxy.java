package com.cactuswealth.budgetguard.proxy;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * Stands in front of an AWS (the SDK is sent here by {@code AWS_ENDPOINT_URL}), writes down what it is asked, and makes
 * the faults that it is told to. Where moto is kinder than AWS it says what AWS says: see {@link InstanceStates}.
 * Lambda's Invoke is answered here, because moto would need Docker for it: it is written down and nothing runs.
 */
public final class AwsProxy implements AutoCloseable {

    private final HttpServer server;
    private final HttpClient client =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
    private final URI aws;
    private final List<AwsCall> calls = new CopyOnWriteArrayList<>();
    private final List<Planned> faults = new CopyOnWriteArrayList<>();
    private final InstanceStates states = new InstanceStates();

    private record Planned(Fault fault, AtomicInteger left) {

        boolean isDue(AwsCall call) {
            return fault.hits(call) && left.getAndUpdate(number -> Math.max(0, number - 1)) > 0;
        }
    }

    private record Answer(int status, String contentType, String body) {}

    private AwsProxy(HttpServer server, URI aws) {
        this.server = server;
        this.aws = aws;
    }

    /** A proxy on a free port. */
    public static AwsProxy before(URI aws) {
        try {
            var server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
            var proxy = new AwsProxy(server, aws);
            server.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
            server.createContext("/", proxy::serve);
            server.start();
            return proxy;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    public URI url() {
        return URI.create("http://127.0.0.1:" + server.getAddress().getPort());
    }

    /** Everything asked so far, refused or not, in order. */
    public List<AwsCall> calls() {
        return List.copyOf(calls);
    }

    /** Of one operation, such as {@code ec2:StopInstances}. */
    public List<AwsCall> calls(String operation) {
        return calls.stream().filter(call -> call.operation().equals(operation)).toList();
    }

    /** Makes the fault from now on; where several hit the same call, the first does. */
    public void inject(Fault fault) {
        faults.add(new Planned(fault, new AtomicInteger(fault.times())));
    }

    /** The next answers of DescribeInstances show the instance in that state, whatever moto says. */
    public void show(String instance, String state, int times) {
        states.show(instance, state, times);
    }

    /** Forgets calls, faults and shown states. */
    public void reset() {
        calls.clear();
        faults.clear();
        states.clear();
    }

    @Override
    public void close() {
        server.stop(0);
        client.close();
    }

    private void serve(HttpExchange exchange) throws IOException {
        try (exchange) {
            var answer = answer(AwsRequest.of(exchange));
            exchange.getResponseHeaders().set("Content-Type", answer.contentType());
            exchange.getResponseHeaders().set("X-Amzn-RequestId", "proxy");
            var body = answer.body().getBytes(StandardCharsets.UTF_8);
            exchange.sendResponseHeaders(answer.status(), body.length == 0 ? -1 : body.length);
            exchange.getResponseBody().write(body);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private Answer answer(AwsRequest request) throws IOException, InterruptedException {
        var call = request.call();
        calls.add(call);
        var fault = faults.stream()
                .filter(planned -> planned.isDue(call))
                .map(Planned::fault)
                .findFirst();
        if (fault.isPresent()) {
            Thread.sleep(fault.get().delay());
        }
        var error = fault.flatMap(Fault::error).or(() -> states.refusal(call, instance -> describe(request, instance)));
        if (error.isEmpty() || fault.map(Fault::done).orElse(false)) {
            var answer = forwarded(request, call);
            if (error.isEmpty()) {
                return answer;
            }
        }
        return refused(error.get(), request.protocol());
    }

    private static Answer refused(AwsError error, AwsRequest.Protocol protocol) {
        var type =
                switch (protocol) {
                    case EC2, QUERY -> "text/xml";
                    case JSON -> "application/x-amz-json-1.1";
                    case REST -> "application/json";
                };
        return new Answer(error.status(), type, error.rendered(protocol));
    }

    private Answer forwarded(AwsRequest request, AwsCall call) throws IOException, InterruptedException {
        if (call.operation().equals("lambda:Invoke")) {
            return new Answer(202, "application/json", "");
        }
        var answer = send(request);
        return call.operation().equals("ec2:DescribeInstances")
                ? new Answer(answer.status(), answer.contentType(), states.shownIn(answer.body()))
                : answer;
    }

    /** Asks in the name of the request, and does not write it down. */
    private String describe(AwsRequest request, String instance) {
        var body = "Action=DescribeInstances&Version=2016-11-15&InstanceId.1=" + instance;
        try {
            return send(new AwsRequest(request.method(), request.uri(), request.headers(), body))
                    .body();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    private Answer send(AwsRequest request) throws IOException, InterruptedException {
        var forward = HttpRequest.newBuilder(aws.resolve(request.uri()))
                .method(request.method(), BodyPublishers.ofString(request.body()));
        for (var name : List.of("Authorization", "Content-Type", "X-Amz-Target", "X-Amz-Date")) {
            Optional.ofNullable(request.headers().getFirst(name)).ifPresent(value -> forward.header(name, value));
        }
        var answer = client.send(forward.build(), BodyHandlers.ofString());
        var type = answer.headers().firstValue("Content-Type").orElse("application/octet-stream");
        return new Answer(answer.statusCode(), type, answer.body());
    }
}
