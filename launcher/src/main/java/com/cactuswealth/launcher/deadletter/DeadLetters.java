package com.cactuswealth.launcher.deadletter;

import com.cactuswealth.launcher.LauncherFailure;
import com.cactuswealth.launcher.Progress;
import com.cactuswealth.launcher.Service;
import com.cactuswealth.launcher.demo.Api;
import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.function.Consumer;

/** The events that services gave up on, as an administrator sees them over the public API. */
public final class DeadLetters {

    private final Api administrator;
    private final Progress progress;
    private int failures;

    public DeadLetters(Api administrator, Progress progress) {
        this.administrator = administrator;
        this.progress = progress;
    }

    public void list(List<Service> services) {
        services.forEach(service -> forEach(
                service,
                letter -> progress.say("%s %s since %s, %s: %s"
                        .formatted(
                                service.module(),
                                id(letter),
                                letter.path("since").asText(),
                                letter.path("event").path("type").asText(),
                                letter.path("error").asText()))));
    }

    public void replay(Service service, String id) {
        administrator.post(path(service, id) + "/replay", null);
        progress.say(service.module() + " handled " + id);
    }

    /** Handles all again, the oldest first; returns how many failed again. */
    public int replayAll(List<Service> services) {
        failures = 0;
        services.forEach(service -> forEach(service, letter -> {
            try {
                replay(service, id(letter));
            } catch (LauncherFailure again) {
                failures++;
                progress.say(again.getMessage());
            }
        }));
        return failures;
    }

    public void remove(Service service, String id) {
        administrator.delete(path(service, id));
        progress.say(service.module() + " forgot " + id);
    }

    private void forEach(Service service, Consumer<JsonNode> action) {
        var cursor = "";
        do {
            var page = administrator.get("/api/v1/dead-letters/" + service.module() + "?limit=100" + cursor);
            page.path("items").forEach(action);
            var next = page.path("nextCursor").asText("");
            cursor = next.isEmpty() ? "" : "&cursor=" + Api.encode(next);
        } while (!cursor.isEmpty());
    }

    private static String id(JsonNode letter) {
        return letter.path("id").asText();
    }

    private static String path(Service service, String id) {
        return "/api/v1/dead-letters/" + service.module() + "/" + Api.encode(id);
    }
}
