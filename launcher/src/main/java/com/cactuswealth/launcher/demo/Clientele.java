package com.cactuswealth.launcher.demo;

import static com.cactuswealth.launcher.demo.Draw.mix;
import static java.util.Collections.nCopies;

import com.cactuswealth.launcher.demo.Journey.Step;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * The clients of the demo firm. The same people with the same fortunes every time; when things happened is counted back
 * from today.
 *
 * @param longKnown those with a past, the oldest first
 * @param newcomers those whom their advisors meet today
 */
record Clientele(List<DemoClient> longKnown, List<Profile> newcomers) {

    private static final long SEED = 13;
    private static final int LONG_KNOWN = 248;
    private static final int NEWCOMERS = 2;
    private static final int PERCENT_REFERRER_KNOWN = 70;
    private static final List<String> OWNERS = mix(
            nCopies(24, "ana"),
            nCopies(11, "bruno"),
            nCopies(19, "carla"),
            nCopies(21, "diego"),
            nCopies(9, "elena"),
            nCopies(16, "federico"));

    static Clientele asOf(LocalDate today) {
        var draw = new Draw(SEED);
        var days = new BusinessDays(today);
        var profiles = new Profiles(draw);
        var clients = new ArrayList<DemoClient>();
        for (var daysKnown : agesOldestFirst(draw)) {
            var profile = profiles.next();
            var owner = draw.from(OWNERS);
            var history = history(Journey.since(daysKnown, draw), days, draw);
            var invests = history.getLast().stage() == Stage.ACTIVE_INVESTOR;
            clients.add(new DemoClient(
                    profile,
                    owner,
                    profile.leadSource().equals("REFERRAL")
                            ? referrer(clients, owner, history.getFirst().at(), draw)
                            : "",
                    history,
                    invests ? DemoPortfolio.of(profile, draw) : List.of()));
        }
        return new Clientele(
                List.copyOf(clients),
                Stream.generate(profiles::next).limit(NEWCOMERS).toList());
    }

    /** In working days; fewer of them long ago, as in a firm that grows. */
    private static List<Integer> agesOldestFirst(Draw draw) {
        return IntStream.range(0, LONG_KNOWN)
                .mapToObj(_ -> draw.happens(65) ? Math.min(anyAge(draw), anyAge(draw)) : anyAge(draw))
                .sorted(Comparator.reverseOrder())
                .toList();
    }

    private static int anyAge(Draw draw) {
        return draw.between(1, BusinessDays.A_YEAR);
    }

    private static List<DemoClient.Entered> history(List<Step> journey, BusinessDays days, Draw draw) {
        return journey.stream()
                .map(step -> new DemoClient.Entered(step.stage(), days.officeHour(step.daysAgo(), draw)))
                .toList();
    }

    /** Everybody. */
    int size() {
        return longKnown.size() + newcomers.size();
    }

    /** A client of the same advisor who was there before and came by themselves; sometimes nobody knows who it was. */
    private static String referrer(List<DemoClient> others, String owner, Instant met, Draw draw) {
        var candidates = others.stream()
                .filter(client -> client.owner().equals(owner) && !client.isReferred())
                .filter(client -> client.history().getFirst().at().isBefore(met))
                .toList();
        return candidates.isEmpty() || !draw.happens(PERCENT_REFERRER_KNOWN)
                ? ""
                : draw.from(candidates).email();
    }
}
