package com.cactuswealth.notifications.budget;

import com.cactuswealth.platform.text.MultiLine;
import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import io.quarkus.runtime.annotations.RegisterForReflection;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Digits;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.PositiveOrZero;
import jakarta.validation.constraints.Size;
import java.math.BigDecimal;
import java.time.Instant;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * What the budget guard says it saw and did. It is deployed apart from us, so what a later one adds is ignored.
 *
 * @param type always {@code budget.action}
 * @param timestamp when it happened
 */
@RegisterForReflection
@JsonIgnoreProperties(ignoreUnknown = true)
record BudgetMessage(
        @NotNull @Pattern(regexp = "budget\\.action") String type,
        @NotNull Instant timestamp,
        @NotNull @Valid Data data) {

    /**
     * What happened.
     *
     * @param budget its name at AWS
     * @param period the month, or the day of a daily budget
     * @param amount what was spent in US dollars, null where it is not known
     * @param budgeted what may be spent in US dollars, null where it is not known
     */
    @Schema(name = "BudgetMessageData")
    @RegisterForReflection
    @JsonIgnoreProperties(ignoreUnknown = true)
    record Data(
            @NotNull BudgetAction action,
            @NotNull BudgetOutcome outcome,
            @NotBlank @Size(max = 100) String budget,

            @NotNull @Pattern(regexp = "\\d{4}-\\d{2}(-\\d{2})?")
            String period,

            @PositiveOrZero @Digits(integer = 12, fraction = 6) @Schema(type = SchemaType.STRING)
            BigDecimal amount,

            @PositiveOrZero @Digits(integer = 12, fraction = 6) @Schema(type = SchemaType.STRING)
            BigDecimal budgeted,

            @NotNull @Valid Summary summary) {}

    /** What was done, in the guard's words. */
    @Schema(name = "BudgetMessageSummary")
    @RegisterForReflection
    @JsonIgnoreProperties(ignoreUnknown = true)
    record Summary(
            @NotBlank @MultiLine @Size(max = 4000) String es,
            @NotBlank @MultiLine @Size(max = 4000) String en) {}
}
