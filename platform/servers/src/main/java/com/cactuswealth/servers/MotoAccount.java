package com.cactuswealth.servers;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.NodeList;
import org.xml.sax.SAXException;

/**
 * What is in the account of a {@link MotoServer}: makes what Terraform would, and shows what became of it. It speaks to
 * AWS' APIs without the SDK, which only the budget guard has.
 */
public final class MotoAccount {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final Map<String, String> VERSIONS =
            Map.of("ec2", "2016-11-15", "sns", "2010-03-31", "sqs", "2012-11-05");

    private final URI aws;

    /** An instance as EC2 describes it. */
    public record Instance(String id, String type, String state, Map<String, String> tags) {}

    /** What SNS sends to a subscriber by e-mail. */
    public record Mail(String subject, String text) {}

    public MotoAccount(URI aws) {
        this.aws = aws;
    }

    /** Launches an arm64 instance of Linux, running. */
    public String launch(String type, Map<String, String> tags) {
        return launch(type, "arm64", tags);
    }

    /** Launches an instance of Linux, running. */
    public String launch(String type, String architecture, Map<String, String> tags) {
        // One of those that moto comes with: of an image that is registered it forgets the architecture.
        var images = query(
                "ec2", "DescribeImages", Map.of("Filter.1.Name", "architecture", "Filter.1.Value.1", architecture));
        var launched = query(
                "ec2",
                "RunInstances",
                Map.of("ImageId", text(images, "imageId"), "InstanceType", type, "MinCount", "1", "MaxCount", "1"));
        var instance = text(launched, "instanceId");
        tags.forEach((key, value) -> tag(instance, key, value));
        return instance;
    }

    public void stop(String instance) {
        query("ec2", "StopInstances", Map.of("InstanceId.1", instance));
    }

    public void start(String instance) {
        query("ec2", "StartInstances", Map.of("InstanceId.1", instance));
    }

    public void resize(String instance, String type) {
        query("ec2", "ModifyInstanceAttribute", Map.of("InstanceId", instance, "InstanceType.Value", type));
    }

    public void terminate(String instance) {
        query("ec2", "TerminateInstances", Map.of("InstanceId.1", instance));
    }

    public void tag(String instance, String key, String value) {
        query("ec2", "CreateTags", Map.of("ResourceId.1", instance, "Tag.1.Key", key, "Tag.1.Value", value));
    }

    public Instance instance(String id) {
        var answer = query("ec2", "DescribeInstances", Map.of("InstanceId.1", id));
        var state = (Element) answer.getElementsByTagName("instanceState").item(0);
        var tags = new LinkedHashMap<String, String>();
        for (var tagSet : elements(answer.getElementsByTagName("tagSet"))) {
            for (var item : elements(tagSet.getElementsByTagName("item"))) {
                tags.put(text(item, "key"), text(item, "value"));
            }
        }
        return new Instance(id, text(answer, "instanceType"), text(state, "name"), tags);
    }

    /** A topic with somebody who hears it: see {@link #mail}. Returns its ARN. */
    public String topic(String name) {
        var topic = text(query("sns", "CreateTopic", Map.of("Name", name)), "TopicArn");
        query("sqs", "CreateQueue", Map.of("QueueName", name));
        query(
                "sns",
                "Subscribe",
                Map.of(
                        "TopicArn",
                        topic,
                        "Protocol",
                        "sqs",
                        "Endpoint",
                        "arn:aws:sqs:%s:%s:%s".formatted(MotoServer.REGION, MotoServer.ACCOUNT, name)));
        return topic;
    }

    /** Publishes to the topic of that ARN, as AWS Budgets or the guard would. */
    public void publish(String topic, Mail mail) {
        query("sns", "Publish", Map.of("TopicArn", topic, "Subject", mail.subject(), "Message", mail.text()));
    }

    /** What was published to the topic of that name since it was last asked for. */
    public List<Mail> mail(String topic) {
        var queue = aws + "/" + MotoServer.ACCOUNT + "/" + topic;
        var mail = new ArrayList<Mail>();
        while (true) {
            var answer = query("sqs", "ReceiveMessage", Map.of("QueueUrl", queue, "MaxNumberOfMessages", "10"));
            var messages = elements(answer.getElementsByTagName("Message"));
            if (messages.isEmpty()) {
                return mail;
            }
            for (var message : messages) {
                mail.add(mail(message));
                query(
                        "sqs",
                        "DeleteMessage",
                        Map.of("QueueUrl", queue, "ReceiptHandle", text(message, "ReceiptHandle")));
            }
        }
    }

    /** A DynamoDB table with a partition key {@code id}. */
    public void table(String name) {
        json("dynamodb", "DynamoDB_20120810.CreateTable", """
                {"TableName": "%s", "BillingMode": "PAY_PER_REQUEST",
                 "KeySchema": [{"AttributeName": "id", "KeyType": "HASH"}],
                 "AttributeDefinitions": [{"AttributeName": "id", "AttributeType": "S"}]}
                """.formatted(name));
    }

    /** A monthly budget in dollars and what was spent of it so far; made anew when it is there. */
    public void budget(String name, BigDecimal limit, BigDecimal spent) {
        try {
            json("budgets", "AWSBudgetServiceGateway.DeleteBudget", """
                    {"AccountId": "%s", "BudgetName": "%s"}""".formatted(MotoServer.ACCOUNT, name));
        } catch (ServerFailure thereIsNone) {
            // The first time.
        }
        json("budgets", "AWSBudgetServiceGateway.CreateBudget", """
                {"AccountId": "%s", "Budget": {"BudgetName": "%s", "BudgetType": "COST", "TimeUnit": "MONTHLY",
                 "BudgetLimit": {"Amount": "%s", "Unit": "USD"},
                 "CalculatedSpend": {"ActualSpend": {"Amount": "%s", "Unit": "USD"}}}}
                """.formatted(
                        MotoServer.ACCOUNT, name, limit.toPlainString(), spent.toPlainString()));
    }

    /** A SecureString of SSM's Parameter Store. */
    public void secret(String name, String value) {
        json("ssm", "AmazonSSM.PutParameter", """
                {"Name": "%s", "Value": "%s", "Type": "SecureString", "Overwrite": true}""".formatted(name, value));
    }

    /** Of this account and all others; moto's own call. */
    void forgetEverything() {
        send(HttpRequest.newBuilder(aws.resolve("/moto-api/reset")).POST(BodyPublishers.noBody()));
    }

    private static Mail mail(Element message) {
        try {
            var published = JSON.readTree(text(message, "Body"));
            return new Mail(
                    published.path("Subject").asText(),
                    published.path("Message").asText());
        } catch (JsonProcessingException e) {
            throw new ServerFailure("not a message of SNS: " + text(message, "Body"), e);
        }
    }

    private Document query(String service, String action, Map<String, String> parameters) {
        var all = new LinkedHashMap<>(parameters);
        all.put("Action", action);
        all.put("Version", VERSIONS.get(service));
        var form = all.entrySet().stream()
                .map(parameter -> encoded(parameter.getKey()) + "=" + encoded(parameter.getValue()))
                .collect(Collectors.joining("&"));
        var answer = send(request(service)
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(BodyPublishers.ofString(form)));
        try {
            return DocumentBuilderFactory.newDefaultInstance()
                    .newDocumentBuilder()
                    .parse(new ByteArrayInputStream(answer.getBytes(StandardCharsets.UTF_8)));
        } catch (ParserConfigurationException | SAXException e) {
            throw new ServerFailure(action + " was answered: " + answer, e);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void json(String service, String target, String body) {
        send(request(service)
                .header("Content-Type", "application/x-amz-json-1.1")
                .header("X-Amz-Target", target)
                .POST(BodyPublishers.ofString(body)));
    }

    /** moto looks at the signature's scope only, to know which service is meant. */
    private HttpRequest.Builder request(String service) {
        return HttpRequest.newBuilder(aws)
                .header(
                        "Authorization",
                        "AWS4-HMAC-SHA256 Credential=local/20260101/%s/%s/aws4_request, SignedHeaders=host, Signature=none"
                                .formatted(MotoServer.REGION, service));
    }

    private static String send(HttpRequest.Builder request) {
        try (var client =
                HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build()) {
            var answer = client.send(request.build(), BodyHandlers.ofString());
            if (answer.statusCode() != 200) {
                throw new ServerFailure("AWS answered " + answer.statusCode() + ": " + answer.body());
            }
            return answer.body();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new ServerFailure("interrupted", e);
        }
    }

    private static String text(Document answer, String tag) {
        return text(answer.getDocumentElement(), tag);
    }

    private static String text(Element element, String tag) {
        var found = element.getElementsByTagName(tag);
        if (found.getLength() == 0) {
            throw new ServerFailure("AWS' answer has no " + tag + ": " + element.getTextContent());
        }
        return found.item(0).getTextContent();
    }

    private static List<Element> elements(NodeList nodes) {
        return IntStream.range(0, nodes.getLength())
                .mapToObj(nodes::item)
                .map(Element.class::cast)
                .toList();
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }
}
