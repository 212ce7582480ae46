package com.cactuswealth.clients.summary;

import static com.cactuswealth.clients.TestClients.aClientOf;
import static com.cactuswealth.clients.TestClients.archive;
import static com.cactuswealth.clients.TestClients.known;
import static com.cactuswealth.clients.TestClients.takeOver;
import static com.cactuswealth.platform.testing.As.anonymous;
import static com.cactuswealth.platform.testing.As.as;
import static com.cactuswealth.platform.testing.TestUser.ADMIN;
import static com.cactuswealth.platform.testing.TestUser.ANA;
import static com.cactuswealth.platform.testing.TestUser.BRUNO;
import static com.cactuswealth.platform.testing.TestUser.COMPLIANCE;
import static com.cactuswealth.platform.testing.TestUser.MARCOS;
import static com.cactuswealth.platform.testing.TestUser.MARTA;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.everyItem;
import static org.hamcrest.Matchers.hasSize;

import com.cactuswealth.clients.TestClients;
import com.cactuswealth.platform.testing.RealServers;
import com.cactuswealth.platform.testing.TestUser;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import jakarta.inject.Inject;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
@WithTestResource(RealServers.class)
class SummaryTest {

    private static final String SPRING = "from=2025-03-05&to=2025-04-08";

    @Inject
    TestClients firm;

    @BeforeEach
    void anEmptyFirm() throws SQLException {
        firm.theFirmIsKnown();
        firm.nobodyIsAClient();
    }

    @Test
    void aPeriodIsCountedInBusinessDays() {
        aFirmInSpring();
        summary(ANA, SPRING)
                .body("from", equalTo("2025-03-05"))
                .body("to", equalTo("2025-04-08"))
                .body("bucket", equalTo("WEEK"))
                .body("totals", equalTo(totals(2, 2, 2, 1, 1, 0, 1)))
                .body(
                        "growth.start",
                        contains("2025-03-03", "2025-03-10", "2025-03-17", "2025-03-24", "2025-03-31", "2025-04-07"))
                .body("growth.added", contains(1, 1, 0, 0, 0, 0))
                .body("growth.won", contains(0, 1, 1, 0, 0, 0));
        summary(ANA, "from=2025-03-09&to=2025-03-09")
                .body("bucket", equalTo("DAY"))
                .body("growth", equalTo(List.of(Map.of("start", "2025-03-09", "added", 1, "won", 0))));
        summary(ANA, "from=2025-01-01&to=2025-12-31")
                .body("bucket", equalTo("MONTH"))
                .body("growth.start[2]", equalTo("2025-03-01"))
                .body("growth.added", contains(0, 0, 3, 0, 0, 0, 0, 0, 0, 0, 0, 0))
                .body("growth.won", contains(0, 0, 2, 0, 0, 0, 0, 0, 0, 0, 0, 0));
    }

    @Test
    void staysThatEndedInThePeriodAreAveraged() {
        aFirmInSpring();
        summary(ANA, SPRING)
                .body("stageDurations", hasSize(10))
                .body("stageDurations.stage[1]", equalTo("CONTACTED"))
                .body(
                        "stageDurations.averageDays",
                        contains(1.8f, 15.0f, null, null, null, null, null, null, 14.0f, 7.0f))
                .body("stageDurations.stays", contains(2, 1, 0, 0, 0, 0, 0, 0, 1, 1));
        summary(ANA, "from=2025-03-06&to=2025-03-07").body("stageDurations.stays", everyItem(equalTo(0)));
    }

    @Test
    void theFunnelIsOfNow() {
        aFirmInSpring();
        summary(ANA, SPRING)
                .body("funnel", hasSize(10))
                .body("funnel.stage[7]", equalTo("ACTIVE_INVESTOR"))
                .body("funnel.count", contains(0, 0, 0, 0, 0, 0, 0, 2, 0, 0));
    }

    @Test
    void everyRoleCountsWhomItMaySee() {
        aFirmInSpring();
        var all = totals(3, 2, 2, 1, 2, 0, 1);
        var none = totals(0, 0, 0, 0, 0, 0, 0);
        for (var seesAll : List.of(MARTA, ADMIN, COMPLIANCE)) {
            summary(seesAll, SPRING)
                    .body("totals", equalTo(all))
                    .body("stuck.client", hasSize(1))
                    .body("stageDurations.stays", contains(2, 1, 0, 0, 0, 0, 0, 0, 1, 1));
        }
        summary(BRUNO, SPRING)
                .body("totals.clients", equalTo(1))
                .body("totals.addedBefore", equalTo(1))
                .body("funnel.count", contains(0, 0, 1, 0, 0, 0, 0, 0, 0, 0))
                .body("stuck.ownerId", contains(BRUNO.id().toString()))
                .body("latest.kind", contains("STAGE_CHANGED", "CLIENT_IMPORTED"));
        summary(MARCOS, SPRING)
                .body("totals", equalTo(none))
                .body("stuck", empty())
                .body("latest", empty())
                .body("stageDurations.stays", everyItem(equalTo(0)));
        anonymous().get("/api/v1/clients/summary").then().statusCode(401);
    }

    @Test
    void theStuckAreOnTheWayAndLongestInTheirStage() {
        var now = Instant.now().truncatedTo(ChronoUnit.MILLIS);
        var waiting = IntStream.rangeClosed(1, 9)
                .mapToObj(days -> known(ANA, now.minus(Duration.ofDays(days)).toString()))
                .toList();
        var ids = takeOver(waiting);
        var old = "2025-01-01T12:00:00Z";
        takeOver(List.of(
                known(ANA, old, "ACTIVE_INVESTOR", old),
                known(ANA, old, "ACTIVE_INSURED", old),
                known(ANA, old, "DORMANT", old)));
        archive(ANA, takeOver(List.of(known(ANA, old))).getFirst());

        summary(ANA, SPRING)
                .body("stuck.client.id", contains(ids.subList(1, 9).reversed().toArray()))
                .body("stuck.days", contains(9, 8, 7, 6, 5, 4, 3, 2))
                .body("stuck.stage", everyItem(equalTo("PROSPECT")))
                .body("stuck[0].client.lastName", equalTo("Peña"))
                .body("stuck[0].since", equalTo(waiting.getLast().get("createdAt")));
    }

    @Test
    void conversionIsByCohort() {
        takeOver(List.of(
                known(ANA, "2025-01-10T12:00:00Z", "ACTIVE_INVESTOR", "2025-02-10T12:00:00Z"),
                known(ANA, "2025-01-20T12:00:00Z"),
                known(ANA, "2025-02-01T12:00:00Z", "CONTACTED", "2025-02-02T12:00:00Z"),
                known(ANA, "2025-02-03T12:00:00Z", "ACTIVE_INSURED", "2025-06-01T12:00:00Z"),
                known(
                        ANA,
                        "2025-02-05T12:00:00Z",
                        "ACTIVE_INVESTOR",
                        "2025-02-06T12:00:00Z",
                        "DORMANT",
                        "2025-02-20T12:00:00Z"),
                known(ANA, "2025-02-07T12:00:00Z")));
        // Of the four of February two were won, one of them in June; in February itself two were won, one of January.
        summary(ANA, "from=2025-02-01&to=2025-02-28").body("totals", equalTo(totals(6, 4, 2, 2, 2, 0, 1)));
        // Nobody was won of nobody, though one was won in June.
        summary(ANA, "from=2025-06-01&to=2025-06-30").body("totals", equalTo(totals(6, 0, 1, 0, 0, 0, 0)));
    }

    @Test
    void theStuckWaitForCalendarDays() {
        var zone = ZoneId.of("America/Argentina/Buenos_Aires");
        var midnight = LocalDate.now(zone).atStartOfDay(zone).toInstant();
        takeOver(List.of(
                known(ANA, midnight.toString()),
                known(ANA, midnight.minusSeconds(1).toString()),
                known(ANA, midnight.minus(Duration.ofDays(1)).toString()),
                known(ANA, midnight.minus(Duration.ofDays(1)).minusSeconds(1).toString())));
        summary(ANA, SPRING).body("stuck.days", contains(2, 1, 1, 0));
    }

    private static Map<String, Integer> totals(
            int clients, int added, int won, int converted, int addedBefore, int wonBefore, int convertedBefore) {
        return Map.of(
                "clients", clients,
                "added", added,
                "won", won,
                "converted", converted,
                "addedBefore", addedBefore,
                "wonBefore", wonBefore,
                "convertedBefore", convertedBefore);
    }

    @Test
    void theLatestTenActivitiesAreShownNewestFirst() {
        var ids = IntStream.range(0, 11).mapToObj(i -> aClientOf(ANA)).toList();
        archive(MARTA, ids.getFirst());

        summary(ANA, SPRING)
                .body("latest", hasSize(10))
                .body("latest[0].kind", equalTo("CLIENT_ARCHIVED"))
                .body("latest[0].client.id", equalTo(ids.getFirst().toString()))
                .body("latest[0].actorName", equalTo("Marta Manager"))
                .body("latest[1].kind", equalTo("CLIENT_CREATED"))
                .body("latest[1].client.id", equalTo(ids.getLast().toString()));
    }

    @Test
    void byDefaultItIsTheTwelveWeeksToToday() {
        var today = LocalDate.now(ZoneId.of("America/Argentina/Buenos_Aires"));
        aClientOf(ANA);
        var summary = summary(ANA, "").body("totals.added", equalTo(1)).body("totals.clients", equalTo(1));
        assertThat(summary.extract().<String>path("to")).isEqualTo(today.toString());
        assertThat(summary.extract().<String>path("from"))
                .isEqualTo(today.minusDays(83).toString());
        summary.body("growth[-1].added", equalTo(1));
    }

    @Test
    void aPeriodThatMakesNoSenseIsRefused() {
        for (var query : List.of("from=2025-03-02&to=2025-03-01", "from=2020-03-01&to=2025-03-01", "from=0001-01-01")) {
            as(ANA).get("/api/v1/clients/summary?" + query)
                    .then()
                    .statusCode(400)
                    .body("errors.field", contains("from"));
        }
        as(ANA).get("/api/v1/clients/summary?to=3000-01-01")
                .then()
                .statusCode(400)
                .body("errors.field", contains("to"));
    }

    /**
     * Ana's: one won on the 20th of March, one added on a Sunday evening whose UTC day is Monday and won twice, one
     * archived. Bruno's: one in FIRST_MEETING.
     */
    private static void aFirmInSpring() {
        var ids = takeOver(List.of(
                known(
                        ANA,
                        "2025-03-03T12:00:00Z",
                        "CONTACTED",
                        "2025-03-05T12:00:00Z",
                        "ACTIVE_INVESTOR",
                        "2025-03-20T12:00:00Z"),
                known(
                        ANA,
                        "2025-03-10T02:00:00Z",
                        "ACTIVE_INSURED",
                        "2025-03-11T14:00:00Z",
                        "DORMANT",
                        "2025-03-25T14:00:00Z",
                        "ACTIVE_INVESTOR",
                        "2025-04-01T14:00:00Z"),
                known(ANA, "2025-03-12T12:00:00Z"),
                known(BRUNO, "2025-02-20T12:00:00Z", "FIRST_MEETING", "2025-03-04T00:00:00Z")));
        archive(ANA, ids.get(2));
    }

    private static ValidatableResponse summary(TestUser user, String query) {
        return as(user).get("/api/v1/clients/summary" + (query.isEmpty() ? "" : "?" + query))
                .then()
                .statusCode(200);
    }
}
