package com.cactuswealth.launcher.demo;

import static java.util.stream.Collectors.counting;
import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.mapping;
import static java.util.stream.Collectors.toMap;
import static java.util.stream.Collectors.toSet;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import com.cactuswealth.launcher.demo.DemoClient.Entered;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class ClienteleTest {

    /** A Monday, so that the day before is not a working day. */
    private static final LocalDate TODAY = LocalDate.of(2026, 3, 16);

    private static final Instant MORNING = TODAY.atStartOfDay(BusinessDays.ZONE).toInstant();

    private final Clientele clientele = Clientele.asOf(TODAY);
    private final List<DemoClient> clients = clientele.longKnown();

    @Test
    void thereAre250PeopleEachWithANameAndAddressOfTheirOwn() {
        var everybody = Stream.concat(clients.stream().map(DemoClient::profile), clientele.newcomers().stream())
                .toList();

        assertThat(everybody).hasSize(250).hasSize(clientele.size());
        assertThat(everybody)
                .extracting(profile -> profile.firstName() + " " + profile.lastName())
                .doesNotHaveDuplicates();
        assertThat(everybody)
                .extracting(Profile::email)
                .doesNotHaveDuplicates()
                .allMatch(email -> email.matches("[a-z]+(\\.[a-z]+)?\\d{0,2}@example\\.com"));
        assertThat(everybody).extracting(Profile::lastName).contains("Álvarez", "Peña");
        // As client-service checks it.
        assertThat(everybody).allMatch(profile -> profile.phone().matches("\\+?([ ()./-]*[0-9]){6,15}[ ()./-]*"));
    }

    @Test
    void itIsTheSameEveryTimeOnTheSameDay() {
        assertThat(Clientele.asOf(TODAY)).isEqualTo(clientele);
    }

    @Test
    void onAnotherDayTheSamePeopleHaveTheSameFortunes() {
        var later = Clientele.asOf(TODAY.plusDays(40));

        assertThat(later.newcomers()).isEqualTo(clientele.newcomers());
        assertThat(later.longKnown())
                .extracting(DemoClient::profile, DemoClient::owner, DemoClient::referrer, DemoClient::portfolios)
                .isEqualTo(clients.stream()
                        .map(client -> tuple(client.profile(), client.owner(), client.referrer(), client.portfolios()))
                        .toList());
        assertThat(later.longKnown().getLast().stage())
                .isEqualTo(clients.getLast().stage());
        assertThat(later.longKnown().getLast().history().getLast().at())
                .isAfter(clients.getLast().history().getLast().at().plus(Duration.ofDays(35)));
    }

    @Test
    void historiesBeginAsProspectsRiseAndLieInTheOfficeHoursOfThePastYear() {
        assertThat(clients).allSatisfy(client -> {
            var history = client.history();
            assertThat(history.getFirst().stage()).isEqualTo(Stage.PROSPECT);
            assertThat(history)
                    .extracting(Entered::at)
                    .isSortedAccordingTo(Comparator.naturalOrder())
                    .doesNotHaveDuplicates()
                    .allMatch(at -> at.isBefore(MORNING) && at.isAfter(MORNING.minus(Duration.ofDays(366))))
                    .allSatisfy(at -> {
                        var local = at.atZone(BusinessDays.ZONE);
                        assertThat(local.getHour()).isBetween(9, 17);
                        assertThat(local.getDayOfWeek()).isNotIn(DayOfWeek.SATURDAY, DayOfWeek.SUNDAY);
                    });
            for (var i = 1; i < history.size(); i++) {
                assertThat(history.get(i).stage())
                        .isNotEqualTo(history.get(i - 1).stage());
            }
        });
    }

    @Test
    void theFirmGrows() {
        var recently = clients.stream()
                .filter(client -> client.history().getFirst().at().isAfter(MORNING.minus(Duration.ofDays(182))))
                .count();

        assertThat(recently).isBetween(140L, 190L);
    }

    @Test
    void thePipelineIsAFunnelWithEveryStageAndManyActiveClients() {
        var byStage = clients.stream().collect(groupingBy(DemoClient::stage, counting()));

        assertThat(byStage.keySet()).isEqualTo(EnumSet.allOf(Stage.class));
        assertThat(Stream.of(Stage.PROSPECT, Stage.CONTACTED, Stage.FIRST_MEETING, Stage.SECOND_MEETING, Stage.OPENING)
                        .map(byStage::get))
                .isSortedAccordingTo(Comparator.reverseOrder());
        assertThat(byStage.get(Stage.ACTIVE_INVESTOR) + byStage.get(Stage.ACTIVE_INSURED))
                .isBetween(50L, 80L);
        assertThat(byStage.get(Stage.DORMANT)).isLessThan(50);
    }

    @Test
    void someAreStuckForMonths() {
        var stuck = clients.stream()
                .filter(client -> client.stage().compareTo(Stage.RESCHEDULE) <= 0)
                .filter(client -> client.history().getLast().at().isBefore(MORNING.minus(Duration.ofDays(90))))
                .count();

        assertThat(stuck).isBetween(4L, 15L);
    }

    @Test
    void everyAdvisorHasClientsInMostStagesButNotEquallyMany() {
        var owned = clients.stream().collect(groupingBy(DemoClient::owner, counting()));
        var stages = clients.stream().collect(groupingBy(DemoClient::owner, mapping(DemoClient::stage, toSet())));

        var advisors = Colleague.ALL.stream()
                .filter(colleague -> colleague.role().equals("ADVISOR"))
                .map(Colleague::username)
                .toList();
        assertThat(owned.keySet()).containsExactlyInAnyOrderElementsOf(advisors);
        assertThat(stages.values()).allMatch(own -> own.size() >= 8);
        assertThat(owned.get("ana")).isGreaterThan(owned.get("elena") * 3 / 2);
    }

    @Test
    void whoRecommendedTheFirmWasThereBeforeAtTheSameAdvisorAndCameByThemselves() {
        var byEmail = clients.stream().collect(toMap(DemoClient::email, Function.identity()));
        var referred = clients.stream().filter(DemoClient::isReferred).toList();

        assertThat(referred).hasSizeBetween(40, 80).allSatisfy(client -> {
            var referrer = byEmail.get(client.referrer());
            assertThat(client.profile().leadSource()).isEqualTo("REFERRAL");
            assertThat(referrer.owner()).isEqualTo(client.owner());
            assertThat(referrer.isReferred()).isFalse();
            assertThat(referrer.history().getFirst().at())
                    .isBefore(client.history().getFirst().at());
        });
    }

    @Test
    void mostInvestorsAndNobodyElseHavePortfoliosOfDifferentNames() {
        var investors = clients.stream()
                .filter(client -> client.stage() == Stage.ACTIVE_INVESTOR)
                .toList();

        assertThat(clients)
                .filteredOn(client -> !client.portfolios().isEmpty())
                .hasSizeBetween(investors.size() * 3 / 4, investors.size())
                .isSubsetOf(investors)
                .allSatisfy(client -> assertThat(client.portfolios())
                        .extracting(DemoPortfolio::name)
                        .doesNotHaveDuplicates());
    }

    @Test
    void theImportIsToldWhenEachStageWasEntered() {
        var client = clients.stream()
                .filter(one -> one.isReferred() && one.history().size() > 1)
                .findFirst()
                .orElseThrow();

        assertThat(client.request("an-id", Optional.of("another-id")))
                .containsEntry("ownerId", "an-id")
                .containsEntry("referredByClientId", "another-id")
                .containsEntry("createdAt", client.history().getFirst().at().toString())
                .containsEntry(
                        "history",
                        client.history().stream()
                                .skip(1)
                                .map(entered -> Map.of(
                                        "stage", entered.stage().name(),
                                        "enteredAt", entered.at().toString()))
                                .toList())
                .doesNotContainKey("stage");
    }
}
