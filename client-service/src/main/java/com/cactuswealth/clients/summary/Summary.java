package com.cactuswealth.clients.summary;

import com.cactuswealth.clients.activity.ActivityView;
import com.cactuswealth.clients.client.ClientName;
import com.cactuswealth.clients.client.Stage;
import jakarta.validation.constraints.NotNull;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * How the viewer's business stands and went.
 *
 * @param funnel every stage with its clients now
 * @param growth every bucket of the period
 * @param stageDurations every stage with the stays in it that ended in the period
 * @param stuck the clients on the way who have been in their stage for longest
 * @param latest what happened last, newest first
 */
@Schema(name = "ClientSummary")
record Summary(
        @NotNull LocalDate from,
        @NotNull LocalDate to,
        @NotNull Bucket bucket,
        @NotNull Totals totals,
        @NotNull List<StageCount> funnel,
        @NotNull List<Growth> growth,
        @NotNull List<StageDuration> stageDurations,
        @NotNull List<StuckClient> stuck,
        @NotNull List<ActivityView> latest) {

    /**
     * Conversion is by cohort: of the clients who were added in a period, the share who have become active so far, whether
     * in the period or after it. It is {@code converted / added}; {@code won} counts whoever became active in the period,
     * whenever they were added, and is no part of it.
     *
     * @param clients now
     * @param added in the period
     * @param won those who became active for the first time in the period
     * @param converted of those added in the period, how many have become active so far
     * @param addedBefore in the equally long period just before
     * @param wonBefore likewise
     * @param convertedBefore likewise
     */
    @Schema(name = "ClientTotals")
    record Totals(
            @Schema(required = true) long clients,
            @Schema(required = true) long added,
            @Schema(required = true) long won,
            @Schema(required = true) long converted,
            @Schema(required = true) long addedBefore,
            @Schema(required = true) long wonBefore,
            @Schema(required = true) long convertedBefore) {}

    record StageCount(
            @NotNull Stage stage, @Schema(required = true) long count) {}

    /** @param start the bucket's first day, which may lie before the period */
    @Schema(name = "ClientGrowth")
    record Growth(
            @NotNull LocalDate start,
            @Schema(required = true) long added,
            @Schema(required = true) long won) {}

    /** @param averageDays with one decimal, null when no stay ended */
    record StageDuration(
            @NotNull Stage stage,
            BigDecimal averageDays,
            @Schema(required = true) long stays) {}

    /** @param days calendar days since then where the firm does business: 1 since yesterday, whatever the hour */
    record StuckClient(
            @NotNull ClientName client,
            @NotNull Stage stage,
            @NotNull Instant since,
            @Schema(required = true) long days,
            @NotNull UUID ownerId) {}
}
