package com.cactuswealth.launcher.demo;

import static com.cactuswealth.launcher.demo.Stage.ACTIVE_INVESTOR;
import static com.cactuswealth.launcher.demo.Stage.CONTACTED;
import static com.cactuswealth.launcher.demo.Stage.FIRST_MEETING;
import static com.cactuswealth.launcher.demo.Stage.ONBOARDING;
import static com.cactuswealth.launcher.demo.Stage.OPENING;
import static com.cactuswealth.launcher.demo.Stage.PROSPECT;
import static com.cactuswealth.launcher.demo.Stage.SECOND_MEETING;

import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** What the demo firm did today: it met newcomers and moved clients on, so that there is something new to read. */
record Today(List<Meeting> meetings, List<Move> moves) {

    /** An advisor meets somebody new. */
    record Meeting(String owner, Profile profile) {}

    /** An advisor's client to move on. */
    record Move(String owner, String email, Stage to) {}

    private record Plan(String owner, Stage from, Stage to) {}

    private static final List<String> HOSTS = List.of("ana", "diego");
    private static final List<Plan> PLANS = List.of(
            new Plan("ana", PROSPECT, CONTACTED),
            new Plan("ana", FIRST_MEETING, SECOND_MEETING),
            new Plan("ana", SECOND_MEETING, OPENING),
            new Plan("ana", OPENING, ONBOARDING),
            new Plan("bruno", CONTACTED, FIRST_MEETING),
            new Plan("bruno", ONBOARDING, ACTIVE_INVESTOR),
            new Plan("diego", CONTACTED, FIRST_MEETING),
            new Plan("diego", FIRST_MEETING, SECOND_MEETING));

    static Today of(Clientele clientele) {
        return new Today(
                IntStream.range(0, HOSTS.size())
                        .mapToObj(i ->
                                new Meeting(HOSTS.get(i), clientele.newcomers().get(i)))
                        .toList(),
                PLANS.stream()
                        .flatMap(plan -> clientele.longKnown().stream()
                                .filter(client -> client.owner().equals(plan.owner()))
                                .filter(client -> client.stage() == plan.from())
                                .limit(1)
                                .map(client -> new Move(plan.owner(), client.email(), plan.to())))
                        .toList());
    }

    /** Lets everybody do their part; moving a client to the stage it is in changes nothing. */
    void happen(Map<String, String> clients, Function<String, Api> signIn) {
        var owners = Stream.concat(
                        meetings.stream().map(Meeting::owner), moves.stream().map(Move::owner))
                .distinct()
                .toList();
        InParallel.each(owners, owner -> {
            var api = signIn.apply(owner);
            meetings.stream()
                    .filter(meeting -> meeting.owner().equals(owner))
                    .filter(meeting -> !clients.containsKey(meeting.profile().email()))
                    .forEach(meeting ->
                            api.post("/api/v1/clients", meeting.profile().request()));
            moves.stream()
                    .filter(move -> move.owner().equals(owner))
                    .forEach(move -> api.put(
                            "/api/v1/clients/" + clients.get(move.email()) + "/stage",
                            Map.of("stage", move.to().name())));
        });
    }
}
