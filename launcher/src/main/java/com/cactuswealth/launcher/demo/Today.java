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

/**
 * What the demo firm did today: it met newcomers and moved clients on. Some of it a manager did for an advisor, who has that
 * to read.
 */
record Today(List<Meeting> meetings, List<Move> moves) {

    /** Somebody new for an advisor. */
    record Meeting(String by, String owner, Profile profile) {}

    /** An advisor's client to move on. */
    record Move(String by, String owner, String email, Stage to) {}

    private record Host(String by, String owner) {}

    private record Plan(String by, String owner, Stage from, Stage to) {}

    private static final List<Host> HOSTS = List.of(new Host("marta", "ana"), new Host("diego", "diego"));
    private static final List<Plan> PLANS = List.of(
            new Plan("ana", "ana", PROSPECT, CONTACTED),
            new Plan("marta", "ana", FIRST_MEETING, SECOND_MEETING),
            new Plan("ana", "ana", SECOND_MEETING, OPENING),
            new Plan("marta", "ana", OPENING, ONBOARDING),
            new Plan("bruno", "bruno", CONTACTED, FIRST_MEETING),
            new Plan("marta", "bruno", ONBOARDING, ACTIVE_INVESTOR),
            new Plan("diego", "diego", CONTACTED, FIRST_MEETING),
            new Plan("hugo", "diego", FIRST_MEETING, SECOND_MEETING));

    static Today of(Clientele clientele) {
        return new Today(
                IntStream.range(0, HOSTS.size())
                        .mapToObj(i -> new Meeting(
                                HOSTS.get(i).by(),
                                HOSTS.get(i).owner(),
                                clientele.newcomers().get(i)))
                        .toList(),
                PLANS.stream()
                        .flatMap(plan -> clientele.longKnown().stream()
                                .filter(client -> client.owner().equals(plan.owner()))
                                .filter(client -> client.stage() == plan.from())
                                .limit(1)
                                .map(client -> new Move(plan.by(), plan.owner(), client.email(), plan.to())))
                        .toList());
    }

    /** Lets everybody do their part; moving a client to the stage it is in changes nothing. */
    void happen(Map<String, String> clients, Map<String, String> users, Function<String, Api> signIn) {
        var everybody = Stream.concat(
                        meetings.stream().map(Meeting::by), moves.stream().map(Move::by))
                .distinct()
                .toList();
        InParallel.each(everybody, somebody -> {
            var api = signIn.apply(somebody);
            meetings.stream()
                    .filter(meeting -> meeting.by().equals(somebody))
                    .filter(meeting -> !clients.containsKey(meeting.profile().email()))
                    .forEach(meeting -> {
                        var request = meeting.profile().request();
                        request.put("ownerId", users.get(meeting.owner()));
                        api.post("/api/v1/clients", request);
                    });
            moves.stream()
                    .filter(move -> move.by().equals(somebody))
                    .forEach(move -> api.put(
                            "/api/v1/clients/" + clients.get(move.email()) + "/stage",
                            Map.of("stage", move.to().name())));
        });
    }
}
