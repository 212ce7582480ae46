package com.cactuswealth.budgetguard.policy;

import com.cactuswealth.budgetguard.proxy.AwsCall;
import com.cactuswealth.servers.MotoServer;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

/** What IAM is asked when a call reaches AWS: one request for each resource. */
final class IamRequests {

    private static final String PLACE = MotoServer.REGION + ":" + MotoServer.ACCOUNT;

    private final Function<String, Map<String, String>> tags;

    /** @param tags those of an instance */
    IamRequests(Function<String, Map<String, String>> tags) {
        this.tags = tags;
    }

    List<IamRequest> of(AwsCall call) {
        return switch (call.operation()) {
            case "ec2:DescribeInstances", "ec2:DescribeInstanceStatus", "ec2:DescribeInstanceTypes" ->
                List.of(new IamRequest(call.operation(), "*"));
            case "ec2:StartInstances", "ec2:StopInstances" -> onInstances(call, call.instances(), Map.of());
            case "ec2:ModifyInstanceAttribute" ->
                onInstances(
                        call,
                        call.instances(),
                        Map.of("ec2:Attribute/InstanceType", List.of(value(call, "InstanceType.Value"))));
            case "ec2:CreateTags" -> onInstances(call, call.list("ResourceId"), tagsIn(call));
            case "ec2:DeleteTags" ->
                onInstances(call, call.list("ResourceId"), Map.of("aws:TagKeys", call.list("Tag.Key")));
            case "dynamodb:GetItem", "dynamodb:PutItem", "dynamodb:UpdateItem" ->
                List.of(new IamRequest(
                        call.operation(), "arn:aws:dynamodb:" + PLACE + ":table/" + value(call, "TableName")));
            case "sns:Publish" -> List.of(new IamRequest(call.operation(), value(call, "TopicArn")));
            case "ssm:GetParameter" ->
                // The name begins with the slash that parts it from "parameter".
                List.of(new IamRequest(call.operation(), "arn:aws:ssm:" + PLACE + ":parameter" + value(call, "Name")));
            case "lambda:Invoke" -> List.of(new IamRequest("lambda:InvokeFunction", value(call, "FunctionName")));
            case "budgets:DescribeBudget" ->
                List.of(new IamRequest(
                        "budgets:ViewBudget",
                        "arn:aws:budgets::" + value(call, "AccountId") + ":budget/" + value(call, "BudgetName")));
            default -> throw new Unknown("what IAM asks for " + call.operation());
        };
    }

    private List<IamRequest> onInstances(AwsCall call, List<String> instances, Map<String, List<String>> context) {
        return instances.stream()
                .map(instance -> {
                    var all = new HashMap<>(context);
                    tags.apply(instance).forEach((key, value) -> {
                        all.put("aws:ResourceTag/" + key, List.of(value));
                        all.put("ec2:ResourceTag/" + key, List.of(value));
                    });
                    return new IamRequest(call.operation(), "arn:aws:ec2:" + PLACE + ":instance/" + instance, all);
                })
                .toList();
    }

    private static Map<String, List<String>> tagsIn(AwsCall call) {
        var keys = call.list("Tag.Key");
        var values = call.list("Tag.Value");
        var context = new HashMap<String, List<String>>(Map.of("aws:TagKeys", keys));
        for (var index = 0; index < keys.size(); index++) {
            context.put("aws:RequestTag/" + keys.get(index), List.of(values.get(index)));
        }
        return context;
    }

    private static String value(AwsCall call, String parameter) {
        return call.parameter(parameter)
                .orElseThrow(() -> new IllegalArgumentException("no " + parameter + " in " + call));
    }
}
