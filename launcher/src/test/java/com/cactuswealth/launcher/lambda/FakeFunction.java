package com.cactuswealth.launcher.lambda;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;

/** A function that answers with what it was told, and fails or ends when the event says so. */
public final class FakeFunction {

    private FakeFunction() {}

    public static void main(String[] arguments) throws IOException, InterruptedException {
        var api = "http://" + System.getenv("AWS_LAMBDA_RUNTIME_API") + "/2018-06-01/runtime/invocation/";
        try (var client = HttpClient.newHttpClient()) {
            while (true) {
                var event = client.send(
                        HttpRequest.newBuilder(URI.create(api + "next")).build(), BodyHandlers.ofString());
                if (event.body().equals("end")) {
                    System.out.println("ERROR told to end");
                    System.exit(1);
                }
                var id = event.headers()
                        .firstValue("Lambda-Runtime-Aws-Request-Id")
                        .orElseThrow();
                var answer = String.join(
                        " ",
                        id,
                        event.headers()
                                .firstValue("Lambda-Runtime-Invoked-Function-Arn")
                                .orElseThrow(),
                        System.getenv("SETTING"),
                        event.body());
                var way = event.body().equals("fail") ? "/error" : "/response";
                var post = HttpRequest.newBuilder(URI.create(api + id + way)).POST(BodyPublishers.ofString(answer));
                client.send(post.build(), BodyHandlers.discarding());
            }
        }
    }
}
