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
import java.util.Optional;

/**
 * The Redis side of events: one stream for each source, written by that source's relay alone, so that its relay can tell
 * from the stream's last entry whether Redis still has everything.
 */
@ApplicationScoped
class Streams {

    static final String FIELD = "event";
    static final String NONE = "0-0";

    /**
     * Appends all events or, when the stream is younger than the last entry that the relay knows of, none.
     * ARGV: that last entry, then the events. Answers OK and the entries' ids, or LOST and the stream's last entry.
     */
    private static final String APPEND = """
            local function parts(id) local ms, seq = string.match(id, '(%d+)-(%d+)'); return tonumber(ms), tonumber(seq) end
            local last = '0-0'
            if redis.call('EXISTS', KEYS[1]) == 1 then
              local info = redis.call('XINFO', 'STREAM', KEYS[1])
              for i = 1, #info, 2 do if info[i] == 'last-generated-id' then last = info[i + 1] end end
            end
            local haveMs, haveSeq = parts(last)
            local knownMs, knownSeq = parts(ARGV[1])
            if haveMs < knownMs or (haveMs == knownMs and haveSeq < knownSeq) then return {'LOST', last} end
            local answer = {'OK'}
            for i = 2, #ARGV do answer[i] = redis.call('XADD', KEYS[1], '*', 'event', ARGV[i]) end
            return answer
            """;

    private final RedisDataSource redis;
    private final StreamCommands<String, String, String> streams;
    private final ObjectMapper mapper;

    Streams(RedisDataSource redis, ObjectMapper mapper) {
        this.redis = redis;
        this.streams = redis.stream(String.class);
        this.mapper = mapper;
    }

    /** The answer to an append: the new entries' ids in order, or what the stream still has after a loss. */
    sealed interface Appended {
        record Entries(List<String> ids) implements Appended {}

        record Lost(String lastEntry) implements Appended {}
    }

    static String key(String source) {
        return "cactus:events:" + source;
    }

    Appended append(String source, String lastKnownEntry, List<Event> events) {
        var arguments = new ArrayList<>(List.of(APPEND, "1", key(source), lastKnownEntry));
        events.forEach(event -> arguments.add(event.toJson(mapper)));
        var answer = redis.execute("EVAL", arguments.toArray(String[]::new));
        var values = new ArrayList<String>();
        answer.forEach(value -> values.add(value.toString()));
        return values.getFirst().equals("LOST")
                ? new Appended.Lost(values.get(1))
                : new Appended.Entries(values.subList(1, values.size()));
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

    /** Waits for what follows an entry, for everybody who asks: no group, no acknowledgement. */
    List<StreamMessage<String, String, String>> readAfter(String source, String entry, Duration wait) {
        var messages = streams.xread(key(source), entry, new XReadArgs().block(wait));
        return messages == null ? List.of() : messages;
    }

    String lastEntry(String source) {
        return exists(key(source)) ? info("STREAM", key(source)).get("last-generated-id") : NONE;
    }

    /**
     * Removes what every group has consumed once the stream has grown beyond {@code entries}. What a group still needs
     * stays, whatever the length: a full Redis makes publishers wait, it never loses events.
     */
    void trim(String source, long entries) {
        var key = key(source);
        if (streams.xlen(key) <= entries) {
            return;
        }
        oldestNeeded(key).ifPresent(entry -> redis.execute("XTRIM", key, "MINID", "~", entry));
    }

    private Optional<String> oldestNeeded(String key) {
        String oldest = null;
        for (var group : groups(key)) {
            var pending = redis.execute("XPENDING", key, group.get("name"));
            var needed = pending.get(0).toInteger() > 0 ? pending.get(1).toString() : group.get("last-delivered-id");
            if (oldest == null || compare(needed, oldest) < 0) {
                oldest = needed;
            }
        }
        return Optional.ofNullable(oldest);
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

    private Map<String, String> info(String what, String key) {
        return map(redis.execute("XINFO", what, key));
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

    private static int compare(String left, String right) {
        var byTime = Long.compare(millis(left), millis(right));
        return byTime != 0 ? byTime : Long.compare(counter(left), counter(right));
    }

    private static long counter(String entry) {
        return Long.parseLong(entry.substring(entry.indexOf('-') + 1));
    }
}
