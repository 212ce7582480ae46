package com.cactuswealth.launcher.demo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import com.cactuswealth.launcher.demo.Today.Meeting;
import com.cactuswealth.launcher.demo.Today.Move;
import java.time.LocalDate;
import org.junit.jupiter.api.Test;

class TodayTest {

    private final Clientele clientele = Clientele.asOf(LocalDate.of(2026, 3, 16));
    private final Today today = Today.of(clientele);

    @Test
    void martaFindsSomebodyNewForAnaAndDiegoForHimself() {
        assertThat(today.meetings())
                .extracting(Meeting::by, Meeting::owner, Meeting::profile)
                .containsExactly(
                        tuple("marta", "ana", clientele.newcomers().get(0)),
                        tuple("diego", "diego", clientele.newcomers().get(1)));
    }

    @Test
    void everyPlannedMoveFindsAClientOfThatAdvisor() {
        assertThat(today.moves())
                .extracting(Move::owner)
                .containsExactly("ana", "ana", "ana", "ana", "bruno", "bruno", "diego", "diego");
        assertThat(today.moves())
                .allSatisfy(move -> assertThat(clientele.longKnown())
                        .anyMatch(client -> client.email().equals(move.email())
                                && client.owner().equals(move.owner())
                                && client.stage() != move.to()));
        assertThat(today.moves()).extracting(Move::email).doesNotHaveDuplicates();
    }

    @Test
    void anaHasThreeThingsToReadThatHerManagerDid() {
        assertThat(today.meetings())
                .filteredOn(meeting -> meeting.owner().equals("ana"))
                .extracting(Meeting::by)
                .containsExactly("marta");
        assertThat(today.moves())
                .filteredOn(move -> move.owner().equals("ana"))
                .extracting(Move::by)
                .containsExactly("ana", "marta", "ana", "marta");
    }
}
