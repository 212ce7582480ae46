package com.cactuswealth.notifications.inbox;

import static java.util.stream.Collectors.toMap;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Map;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** A stage has one name, on screen and in notifications: the words are those of the dashboard. */
class StageTest {

    private static final Path DASHBOARD = Path.of("..", "frontend");

    @Test
    void stagesAreCalledWhatTheDashboardCallsThem() throws IOException {
        var spanish = dashboardsLabels();
        var english = dashboardsEnglish();

        assertThat(labels(Language.SPANISH)).isEqualTo(spanish);
        assertThat(labels(Language.ENGLISH))
                .isEqualTo(spanish.entrySet().stream()
                        .collect(toMap(Map.Entry::getKey, stage -> english.get(stage.getValue()))));
    }

    private static Map<String, String> labels(Language language) {
        return Arrays.stream(Stage.values()).collect(toMap(Stage::name, stage -> Stage.label(stage.name(), language)));
    }

    private static Map<String, String> dashboardsLabels() throws IOException {
        var source = Files.readString(DASHBOARD.resolve("src/i18n/labels.ts"));
        var stages = source.substring(source.indexOf("STAGES:"), source.indexOf("STAGE_ORDER"));
        return pairs("(\\w+): msg`([^`]+)`", stages);
    }

    private static Map<String, String> dashboardsEnglish() throws IOException {
        return pairs("msgid \"(.+)\"\nmsgstr \"(.+)\"", Files.readString(DASHBOARD.resolve("locales/en.po")));
    }

    private static Map<String, String> pairs(String pattern, String text) {
        return Pattern.compile(pattern)
                .matcher(text)
                .results()
                .collect(toMap(found -> found.group(1), found -> found.group(2), (first, again) -> first));
    }
}
