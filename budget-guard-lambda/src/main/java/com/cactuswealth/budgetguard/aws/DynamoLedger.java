package com.cactuswealth.budgetguard.aws;

import com.cactuswealth.budgetguard.GuardConfig;
import com.cactuswealth.budgetguard.Invocation;
import com.cactuswealth.budgetguard.Outcome;
import com.cactuswealth.budgetguard.ledger.Entry;
import com.cactuswealth.budgetguard.ledger.Key;
import com.cactuswealth.budgetguard.ledger.Ledger;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.ConditionalCheckFailedException;
import software.amazon.awssdk.services.dynamodb.model.ReturnValue;

/**
 * The ledger as a table of DynamoDB. {@code closed_until} is both the end of a claim and, once finished, the time until
 * which the same is not done again.
 */
@Singleton
class DynamoLedger implements Ledger {

    private static final Duration KEPT = Duration.ofDays(400);
    /** What Lambda may take to end an invocation whose time is over. */
    private static final Duration LAST_BREATH = Duration.ofSeconds(5);

    private static final String IS_FREE = "closed_until < :now OR (holder = :holder AND attribute_not_exists(outcome))";

    private final AwsClients clients;
    private final GuardConfig config;
    private final Clock clock;

    DynamoLedger(AwsClients clients, GuardConfig config, Clock clock) {
        this.clients = clients;
        this.config = config;
        this.clock = clock;
    }

    @Override
    public Optional<Entry> claim(Key key, String task, Invocation invocation) {
        return claim(
                key.id(),
                "attribute_not_exists(id) OR " + IS_FREE,
                "SET task = :task, ",
                Map.of(":task", text(task)),
                invocation);
    }

    @Override
    public Optional<Entry> takeUp(String id, Invocation invocation) {
        return claim(
                id,
                "attribute_not_exists(outcome) AND attribute_exists(id) AND (" + IS_FREE + ")",
                "SET ",
                Map.of(),
                invocation);
    }

    private Optional<Entry> claim(
            String id, String condition, String set, Map<String, AttributeValue> more, Invocation invocation) {
        var values = new HashMap<>(more);
        values.put(":now", millis(clock.instant()));
        values.put(":holder", text(invocation.requestId()));
        values.put(":end", millis(invocation.deadline().plus(LAST_BREATH)));
        values.put(":ttl", number(clock.instant().plus(KEPT).getEpochSecond()));
        return Aws.call("UpdateItem", () -> {
            try {
                var item = clients.dynamoDb()
                        .updateItem(request -> request.tableName(config.table())
                                .key(key(id))
                                .conditionExpression(condition)
                                .updateExpression(
                                        set + "holder = :holder, closed_until = :end, expires_at = :ttl REMOVE outcome")
                                .expressionAttributeValues(values)
                                .returnValues(ReturnValue.ALL_NEW))
                        .attributes();
                return Optional.of(new Entry(
                        id,
                        item.get("task").s(),
                        item.containsKey("progress") ? item.get("progress").s() : ""));
            } catch (ConditionalCheckFailedException taken) {
                return Optional.empty();
            }
        });
    }

    @Override
    public void keep(String id, String progress) {
        update(id, "SET progress = :progress", Map.of(":progress", text(progress)));
    }

    @Override
    public void release(String id) {
        update(id, "SET closed_until = :nobody", Map.of(":nobody", number(0)));
    }

    @Override
    public void finish(String id, Outcome outcome, Instant closedUntil) {
        update(
                id,
                "SET outcome = :outcome, closed_until = :until REMOVE progress",
                Map.of(":outcome", text(outcome.name()), ":until", millis(closedUntil)));
    }

    @Override
    public Optional<String> outcome(String id) {
        var item = Aws.call(
                        "GetItem",
                        () -> clients.dynamoDb()
                                .getItem(request -> request.tableName(config.table())
                                        .key(key(id))
                                        .consistentRead(true)))
                .item();
        return Optional.ofNullable(item.get("outcome")).map(AttributeValue::s);
    }

    private void update(String id, String expression, Map<String, AttributeValue> values) {
        Aws.call(
                "UpdateItem",
                () -> clients.dynamoDb()
                        .updateItem(request -> request.tableName(config.table())
                                .key(key(id))
                                .updateExpression(expression)
                                .expressionAttributeValues(values)));
    }

    private static Map<String, AttributeValue> key(String id) {
        return Map.of("id", text(id));
    }

    private static AttributeValue text(String text) {
        return AttributeValue.fromS(text);
    }

    private static AttributeValue millis(Instant instant) {
        return number(instant.toEpochMilli());
    }

    private static AttributeValue number(long number) {
        return AttributeValue.fromN(Long.toString(number));
    }
}
