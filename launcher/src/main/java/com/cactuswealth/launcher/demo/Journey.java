package com.cactuswealth.launcher.demo;

import static com.cactuswealth.launcher.demo.Draw.mix;
import static com.cactuswealth.launcher.demo.Stage.ACTIVE_INSURED;
import static com.cactuswealth.launcher.demo.Stage.ACTIVE_INVESTOR;
import static com.cactuswealth.launcher.demo.Stage.CONTACTED;
import static com.cactuswealth.launcher.demo.Stage.DORMANT;
import static com.cactuswealth.launcher.demo.Stage.FIRST_MEETING;
import static com.cactuswealth.launcher.demo.Stage.ONBOARDING;
import static com.cactuswealth.launcher.demo.Stage.OPENING;
import static com.cactuswealth.launcher.demo.Stage.PROSPECT;
import static com.cactuswealth.launcher.demo.Stage.RESCHEDULE;
import static com.cactuswealth.launcher.demo.Stage.SECOND_MEETING;
import static java.util.Collections.nCopies;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/** The way of a client through the pipeline, in working days before today. */
final class Journey {

    /** Where clients go from each stage, in percent. */
    private static final Map<Stage, List<Stage>> NEXT = new EnumMap<>(Map.of(
            PROSPECT, mix(nCopies(94, CONTACTED), nCopies(6, DORMANT)),
            CONTACTED, mix(nCopies(78, FIRST_MEETING), nCopies(13, RESCHEDULE), nCopies(9, DORMANT)),
            FIRST_MEETING,
                    mix(
                            nCopies(67, SECOND_MEETING),
                            nCopies(12, OPENING),
                            nCopies(12, RESCHEDULE),
                            nCopies(9, DORMANT)),
            RESCHEDULE, mix(nCopies(60, FIRST_MEETING), nCopies(28, SECOND_MEETING), nCopies(12, DORMANT)),
            SECOND_MEETING, mix(nCopies(83, OPENING), nCopies(9, RESCHEDULE), nCopies(8, DORMANT)),
            OPENING, mix(nCopies(94, ONBOARDING), nCopies(6, DORMANT)),
            ONBOARDING, mix(nCopies(70, ACTIVE_INVESTOR), nCopies(30, ACTIVE_INSURED)),
            ACTIVE_INVESTOR, List.of(DORMANT),
            ACTIVE_INSURED, mix(nCopies(70, ACTIVE_INVESTOR), nCopies(30, DORMANT)),
            DORMANT, List.of(CONTACTED)));

    private static final int PERCENT_STUCK = 9;

    /** That a client entered a stage so many working days ago. */
    record Step(Stage stage, int daysAgo) {}

    private Journey() {}

    /** From the day the client was met until yesterday; the first step is that of a prospect. */
    static List<Step> since(int daysAgo, Draw draw) {
        var steps = new ArrayList<Step>();
        var step = new Step(PROSPECT, daysAgo);
        while (step.daysAgo() > 0) {
            steps.add(step);
            step = new Step(draw.from(NEXT.get(step.stage())), step.daysAgo() - stay(step.stage(), draw));
        }
        return steps;
    }

    private static int stay(Stage stage, Draw draw) {
        var usual = draw.ratherLow(stage.shortestStay, stage.longestStay);
        return draw.happens(PERCENT_STUCK) ? usual * 4 : usual;
    }
}
