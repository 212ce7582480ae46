package com.cactuswealth.platform.events;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.quarkus.redis.datasource.RedisDataSource;
import io.quarkus.redis.datasource.stream.StreamCommands;
import io.quarkus.redis.datasource.stream.StreamMessage;
import io.quarkus.redis.datasource.stream.XReadArgs;
import io.vertx.mutiny.redis.client.Response;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;

/**
 * The Redis side of events: one stream for each source, written and trimmed by that source alone, so that it can tell from
 * the stream's last entry and length whether Redis still has everything.
 */
@ApplicationScoped
class Streams {

    static final String FIELD = "event";
    static final String NONE = "0-0";

    /**
     * Compares the stream with what its source knows: ARGV 1 is the last entry that Redis acknowledged, ARGV 2 how many
     * entries there are at least.
     */
    private static final String COMPARE = """
            local function parts(id) local ms, seq = string.match(id, '(%d+)-(%d+)'); return tonumber(ms), tonumber(seq) end
            local last, length = '0-0', 0
            if redis.call('EXISTS', KEYS[1]) == 1 then
              local info = redis.call('XINFO', 'STREAM', KEYS[1])
              for i = 1, #info, 2 do
                if info[i] == 'last-generated-id' then last = info[i + 1] end
                if info[i] == 'length' then length = info[i + 1] end
              end
            end
            local haveMs, haveSeq = parts(last)
            local knownMs, knownSeq = parts(ARGV[1])
            local older = haveMs < knownMs or (haveMs == knownMs and haveSeq < knownSeq)
            local intact = not older and length >= tonumber(ARGV[2])
            """;

    /** Appends all events, the ARGV from 3 on, or none. Answers OK, the length and the ids, or LOST, last entry and length. */
    private static final String APPEND = COMPARE + """
            if not intact then return {'LOST', last, length} end
            local answer = {'OK', length + #ARGV - 2}
            for i = 3, #ARGV do answer[i] = redis.call('XADD', KEYS[1], '*', 'event', ARGV[i]) end
            return answer
            """;

    /** Removes the entries before ARGV 3, unless somebody else removed some. Answers the length, or nothing. */
    private static final String TRIM = COMPARE + """
            if not intact then return false end
            redis.call('XTRIM', KEYS[1], 'MINID', ARGV[3])
            return redis.call('XLEN', KEYS[1])
            """;

    /**
     * Makes the ids of the next entries follow those that were lost, whatever the clock of this Redis says. The group only
     * makes the stream exist.
     */
    private static final String CONTINUE = COMPARE + """
            if not older then return last end
            if haveMs == 0 then
              redis.call('XGROUP', 'CREATE', KEYS[1], 'continue', '$', 'MKSTREAM')
              redis.call('XGROUP', 'DESTROY', KEYS[1], 'continue')
            end
            local id = string.format('%.0f-0', knownMs + 1)
            redis.call('XSETID', KEYS[1], id)
            return id
            """;

    /** Removes the consumers of group ARGV 1 that did nothing for ARGV 2 milliseconds and have nothing pending. */
    private static final String FORGET_CONSUMERS = """
            local forgotten = {}
            if redis.call('EXISTS', KEYS[1]) == 0 then return forgotten end
            for _, consumer in ipairs(redis.call('XINFO', 'CONSUMERS', KEYS[1], ARGV[1])) do
              local of = {}
              for i = 1, #consumer, 2 do of[consumer[i]] = consumer[i + 1] end
              if of['pending'] == 0 and of['idle'] > tonumber(ARGV[2]) then
                redis.call('XGROUP', 'DELCONSUMER', KEYS[1], ARGV[1], of['name'])
                forgotten[#forgotten + 1] = of['name']
              end
            end
            return forgotten
            """;

    private final RedisDataSource redis;
    private final StreamCommands<String, String, String> streams;
    private final ObjectMapper mapper;

    Streams(RedisDataSource redis, ObjectMapper mapper) {
        this.redis = redis;
        this.streams = redis.stream(String.class);
        this.mapper = mapper;
    }

    /** The answer to an append. */
    sealed interface Appended {

        /** The new entries' ids in order, and how many entries the stream has now. */
        record Entries(List<String> ids, long length) implements Appended {}

        /** Nothing was appended, because Redis lost entries; what it has now. */
        record Lost(String lastEntry, long length) implements Appended {}

        /** Nothing was appended, because Redis has no memory left. */
        record Full() implements Appended {}
    }

    /**
     * An entry as a consumer reads it.
     *
     * @param event the event's JSON; null when the entry was removed from the stream while it was pending
     */
    record Entry(String key, String id, String event) {}

    static String key(String source) {
        return "cactus:events:" + source;
    }

    Appended append(String source, StreamState known, List<Event> events) {
        var arguments = arguments(APPEND, source, known);
        events.forEach(event -> arguments.add(event.toJson(mapper)));
        try {
            var answer = texts(redis.execute("EVAL", arguments.toArray(String[]::new)));
            return answer.getFirst().equals("LOST")
                    ? new Appended.Lost(answer.get(1), Long.parseLong(answer.get(2)))
                    : new Appended.Entries(answer.subList(2, answer.size()), Long.parseLong(answer.get(1)));
        } catch (RuntimeException refused) {
            if (String.valueOf(refused.getMessage()).contains("OOM ")) {
                return new Appended.Full();
            }
            throw refused;
        }
    }

    /** Whether the stream still has everything that its source knows of. */
    boolean isIntact(String source, StreamState known) {
        return append(source, known, List.of()) instanceof Appended.Entries;
    }

    /** Makes a stream that lost its end go on after what was lost; returns its last id. */
    String continueAfter(String source, StreamState known) {
        return redis.execute("EVAL", arguments(CONTINUE, source, known).toArray(String[]::new))
                .toString();
    }

    /** Removes the entries before the given one; returns the length, or nothing when the stream is not intact. */
    OptionalLong trim(String source, StreamState known, String before) {
        var arguments = arguments(TRIM, source, known);
        arguments.add(before);
        var length = redis.execute("EVAL", arguments.toArray(String[]::new));
        return length == null ? OptionalLong.empty() : OptionalLong.of(length.toLong());
    }

    private static List<String> arguments(String script, String source, StreamState known) {
        return new ArrayList<>(List.of(script, "1", key(source), known.lastEntry(), Long.toString(known.entries())));
    }

    long length(String source) {
        return streams.xlen(key(source));
    }

    /** Used share of {@code maxmemory} in percent; 0 when Redis has no limit. */
    int memoryPercent() {
        var info = redis.execute("INFO", "memory").toString();
        var max = number(info, "maxmemory");
        return max == 0 ? 0 : (int) (100 * number(info, "used_memory") / max);
    }

    private static long number(String info, String name) {
        return info.lines()
                .filter(line -> line.startsWith(name + ":"))
                .map(line -> Long.parseLong(line.substring(name.length() + 1).trim()))
                .findFirst()
                .orElse(0L);
    }

    boolean reachable() {
        try {
            redis.execute("PING");
            return true;
        } catch (RuntimeException unreachable) {
            return false;
        }
    }

    Event event(String json) {
        return Event.fromJson(mapper, json);
    }

    StreamCommands<String, String, String> commands() {
        return streams;
    }

    /** Reads as a consumer of a group what no other was given, waiting for it. */
    List<Entry> readNew(List<String> keys, String group, String consumer, int count, Duration wait) {
        var arguments = new ArrayList<>(List.of("GROUP", group, consumer, "COUNT", Integer.toString(count)));
        arguments.addAll(List.of("BLOCK", Long.toString(wait.toMillis()), "STREAMS"));
        arguments.addAll(keys);
        keys.forEach(key -> arguments.add(">"));
        return entries(redis.execute("XREADGROUP", arguments.toArray(String[]::new)));
    }

    /** Reads what a consumer was given before and has not acknowledged, after an entry. */
    List<Entry> readPending(String key, String group, String consumer, int count, String after) {
        return entries(redis.execute(
                "XREADGROUP", "GROUP", group, consumer, "COUNT", Integer.toString(count), "STREAMS", key, after));
    }

    private static List<Entry> entries(Response response) {
        var entries = new ArrayList<Entry>();
        if (response != null) {
            for (var key : response.getKeys()) {
                for (var entry : response.get(key)) {
                    entries.add(new Entry(key, entry.get(0).toString(), field(entry.get(1))));
                }
            }
        }
        return entries;
    }

    private static String field(Response fields) {
        if (fields == null) {
            return null;
        }
        for (var i = 0; i + 1 < fields.size(); i += 2) {
            if (fields.get(i).toString().equals(FIELD)) {
                return fields.get(i + 1).toString();
            }
        }
        return "";
    }

    /**
     * Gives a consumer what others of its group were given and did not touch for so long; returns whether there was any.
     * Only the ids are asked for: Redis 6 answers nothing readable for an entry that is gone.
     */
    boolean claim(String key, String group, String consumer, int count, Duration idle) {
        var answer = redis.execute(
                "XAUTOCLAIM",
                key,
                group,
                consumer,
                Long.toString(idle.toMillis()),
                "0",
                "COUNT",
                Integer.toString(count),
                "JUSTID");
        return answer.get(1).size() > 0;
    }

    /** Removes the consumers that did nothing for so long and have nothing pending; returns their names. */
    List<String> forgetConsumers(String source, String group, Duration idle) {
        return texts(redis.execute("EVAL", FORGET_CONSUMERS, "1", key(source), group, Long.toString(idle.toMillis())));
    }

    /** Waits for what follows an entry, for everybody who asks: no group, no acknowledgement. */
    List<StreamMessage<String, String, String>> readAfter(String source, String entry, Duration wait) {
        var messages = streams.xread(key(source), entry, new XReadArgs().block(wait));
        return messages == null ? List.of() : messages;
    }

    String lastEntry(String source) {
        return exists(key(source))
                ? map(redis.execute("XINFO", "STREAM", key(source))).get("last-generated-id")
                : NONE;
    }

    /** For each group of a source's stream, the entry before which it has finished everything. */
    Map<String, String> positions(String source) {
        var key = key(source);
        var positions = new HashMap<String, String>();
        for (var group : groups(key)) {
            var pending = redis.execute("XPENDING", key, group.get("name"));
            var position = pending.get(0).toInteger() > 0 ? pending.get(1).toString() : group.get("last-delivered-id");
            positions.put(group.get("name"), position);
        }
        return positions;
    }

    /** How many milliseconds the oldest event that a group has not finished is old; 0 when it has finished all. */
    long lagMillis(String source, String groupName, long nowMillis) {
        var key = key(source);
        for (var group : groups(key)) {
            if (group.get("name").equals(groupName)) {
                var pending = redis.execute("XPENDING", key, groupName);
                if (pending.get(0).toInteger() > 0) {
                    return nowMillis - millis(pending.get(1).toString());
                }
                var next = redis.execute("XRANGE", key, "(" + group.get("last-delivered-id"), "+", "COUNT", "1");
                return next.size() == 0
                        ? 0
                        : nowMillis - millis(next.get(0).get(0).toString());
            }
        }
        return 0;
    }

    private List<Map<String, String>> groups(String key) {
        if (!exists(key)) {
            return List.of();
        }
        var groups = new ArrayList<Map<String, String>>();
        redis.execute("XINFO", "GROUPS", key).forEach(group -> groups.add(map(group)));
        return groups;
    }

    private boolean exists(String key) {
        return redis.execute("EXISTS", key).toInteger() == 1;
    }

    private static List<String> texts(Response response) {
        var texts = new ArrayList<String>();
        response.forEach(value -> texts.add(value.toString()));
        return texts;
    }

    private static Map<String, String> map(Response response) {
        var map = new HashMap<String, String>();
        for (var name : response.getKeys()) {
            var value = response.get(name);
            map.put(name, value == null ? "" : value.toString());
        }
        return map;
    }

    static long millis(String entry) {
        return Long.parseLong(entry.substring(0, entry.indexOf('-')));
    }

    /** Compares two entries by their place in the stream. */
    static int compare(String left, String right) {
        var byTime = Long.compare(millis(left), millis(right));
        return byTime != 0 ? byTime : Long.compare(counter(left), counter(right));
    }

    static String later(String left, String right) {
        return compare(left, right) < 0 ? right : left;
    }

    private static long counter(String entry) {
        return Long.parseLong(entry.substring(entry.indexOf('-') + 1));
    }
}
