package com.cactuswealth.budgetguard.proxy;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.sun.net.httpserver.Headers;
import com.sun.net.httpserver.HttpExchange;
import java.io.IOException;
import java.net.URI;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;

/** One request on the wire, in any of the protocols in which AWS is asked. */
record AwsRequest(String method, URI uri, Headers headers, String body) {

    private static final Pattern SERVICE = Pattern.compile("Credential=[^/]+/\\d{8}/[^/]+/([^/]+)/aws4_request");
    private static final Pattern INVOCATION = Pattern.compile("/2015-03-31/functions/([^/]+)/invocations");
    private static final ObjectMapper JSON = new ObjectMapper();

    /** How the answer is written. */
    enum Protocol {
        EC2,
        QUERY,
        JSON,
        REST
    }

    static AwsRequest of(HttpExchange exchange) throws IOException {
        return new AwsRequest(
                exchange.getRequestMethod(),
                exchange.getRequestURI(),
                exchange.getRequestHeaders(),
                new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8));
    }

    Protocol protocol() {
        if (headers.containsKey("X-Amz-Target")) {
            return Protocol.JSON;
        }
        return INVOCATION.matcher(uri.getPath()).matches()
                ? Protocol.REST
                : service().equals("ec2") ? Protocol.EC2 : Protocol.QUERY;
    }

    AwsCall call() {
        return switch (protocol()) {
            case EC2, QUERY -> {
                var parameters = form();
                yield new AwsCall(service() + ":" + parameters.remove("Action"), parameters, body);
            }
            case JSON -> {
                var target = headers.getFirst("X-Amz-Target");
                yield new AwsCall(service() + ":" + target.substring(target.lastIndexOf('.') + 1), json(), body);
            }
            case REST -> {
                var invocation = INVOCATION.matcher(uri.getPath());
                if (!invocation.matches()) {
                    throw new IllegalArgumentException("unknown call " + method + " " + uri);
                }
                var type = headers.getOrDefault("X-Amz-Invocation-Type", List.of("RequestResponse"));
                var parameters = Map.of(
                        "FunctionName", invocation.group(1),
                        "InvocationType", type.getFirst());
                yield new AwsCall("lambda:Invoke", parameters, body);
            }
        };
    }

    /** Signed requests name their service. */
    private String service() {
        var service = SERVICE.matcher(String.valueOf(headers.getFirst("Authorization")));
        if (!service.find()) {
            throw new IllegalArgumentException("not a signed request: " + method + " " + uri);
        }
        return service.group(1);
    }

    private Map<String, String> form() {
        var parameters = new LinkedHashMap<String, String>();
        for (var pair : body.split("&", -1)) {
            var equals = pair.indexOf('=');
            parameters.put(decoded(pair.substring(0, equals)), decoded(pair.substring(equals + 1)));
        }
        return parameters;
    }

    private Map<String, String> json() {
        try {
            var parameters = new LinkedHashMap<String, String>();
            flatten("", JSON.readTree(body), parameters);
            return parameters;
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException("not JSON: " + body, e);
        }
    }

    private static void flatten(String path, JsonNode node, Map<String, String> into) {
        if (node.isObject()) {
            node.properties().forEach(child -> flatten(dotted(path, child.getKey()), child.getValue(), into));
        } else if (node.isArray()) {
            for (var index = 0; index < node.size(); index++) {
                flatten(dotted(path, Integer.toString(index + 1)), node.get(index), into);
            }
        } else {
            into.put(path, node.asText());
        }
    }

    private static String dotted(String path, String name) {
        return path.isEmpty() ? name : path + "." + name;
    }

    private static String decoded(String text) {
        return URLDecoder.decode(text, StandardCharsets.UTF_8);
    }
}
