package com.cactuswealth.budgetguard.report;

import static org.assertj.core.api.Assertions.assertThat;

import com.cactuswealth.budgetguard.Action;
import com.cactuswealth.budgetguard.Outcome;
import java.math.BigDecimal;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class LetterTest {

    private static final Subject SUBJECT = new Subject(
            "run-1", Action.STOP, "cactus-monthly", "2026-11", new BigDecimal("1234.5"), new BigDecimal("1200"));

    private static final Report REPORT = new Report(
            SUBJECT,
            Outcome.DONE,
            List.of(
                    Remark.of(Phrase.SPENT, new BigDecimal("1234.5"), new BigDecimal("1200")),
                    Remark.of(Phrase.STOPPED, "i-1", "t4g.small"),
                    Remark.of(Phrase.STILL_COSTS)),
            List.of("i-1"),
            List.of("aws ec2 start-instances --region us-east-1 --instance-ids i-1"));

    @Test
    void theLetterSaysInTwoLanguagesWhatWasSeenDoneAndHowToUndoIt() {
        assertThat(new Letter(REPORT).body()).isEqualTo("""
                        Guardián del presupuesto «cactus-monthly», período 2026-11: actuó

                        AWS Budgets informa un gasto de USD 1.234,50 sobre un presupuesto de USD 1.200,00.
                        Se detuvo i-1 (t4g.small).
                        Atención: una instancia detenida sigue pagando sus discos (EBS) y su dirección IPv4.

                        Para volver atrás:
                          aws ec2 start-instances --region us-east-1 --instance-ids i-1

                        ----

                        Guard of the budget “cactus-monthly”, period 2026-11: it acted

                        AWS Budgets tells of a spend of USD 1,234.50 of a budget of USD 1,200.00.
                        i-1 (t4g.small) was stopped.
                        Note: a stopped instance still pays for its disks (EBS) and its IPv4 address.

                        To take it back:
                          aws ec2 start-instances --region us-east-1 --instance-ids i-1

                        run run-1""");
    }

    @Test
    void theSubjectSaysWhatWasDoneToWhat() {
        assertThat(new Letter(REPORT).subject()).isEqualTo("[Cactus] Budget guard: stop done - cactus-monthly 2026-11");
    }

    @Test
    void aSubjectIsNeverLongerThanSnsTakesAndPlainAscii() {
        var named = new Subject("run-1", Action.SELF_TEST, "Peñón 预算\n" + "x".repeat(200), "2026-11", null, null);

        var subject = new Letter(named.report(Outcome.NOTHING_TO_DO, Remark.of(Phrase.NOT_SIGNED))).subject();

        assertThat(subject).hasSize(99).startsWith("[Cactus] Budget guard: self-test nothing to do - Penon ???x");
    }

    /** Each has as many gaps in one language as in the other, and none is a stray percent sign. */
    @ParameterizedTest
    @EnumSource(Phrase.class)
    void everyPhraseCanBeSaidInBothLanguages(Phrase phrase) {
        var gaps = phrase.en().split("%s", -1).length - 1;
        var text = Remark.of(phrase, Collections.nCopies(gaps, "X").toArray()).text();

        assertThat(phrase.es().split("%s", -1)).hasSize(gaps + 1);
        assertThat(text.es()).isNotBlank().isNotEqualTo(text.en());
    }
}
