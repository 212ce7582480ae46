package com.cactuswealth.clients.client;

import com.cactuswealth.platform.money.Money;
import com.cactuswealth.platform.text.EmailAddress;
import com.cactuswealth.platform.text.MultiLine;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Email;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.PastOrPresent;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.UUID;

/**
 * A client with the history that another system kept: what {@link ClientRequest} says, and when it came about.
 *
 * @param stage the first, at {@code createdAt}
 * @param history the stages entered since, in their order; the last is the present one
 */
@ConsistentHistory
@EmailOrPhone
record ImportedClient(
        @NotBlank @Size(max = 100) String firstName,
        @NotBlank @Size(max = 100) String lastName,
        @Email @Size(max = 255) String email,

        @Pattern(regexp = Phone.FORMAT, message = Phone.MESSAGE) @Size(max = Phone.MAX_LENGTH)
        String phone,

        RiskProfile riskProfile,
        Stage stage,
        LeadSource leadSource,
        @MultiLine @Size(max = 2000) String notes,
        @MultiLine @Size(max = 10000) String liveNotes,
        @Size(max = 100) String portfolioName,
        UUID referredByClientId,
        @NotNegative Money savingsCapacity,
        @NotNull UUID ownerId,
        @NotNull @PastOrPresent Instant createdAt,
        @Size(max = 50) List<@NotNull @Valid Entry> history)
        implements Contact {

    /** That the client entered a stage. */
    record Entry(
            @NotNull Stage stage, @NotNull @PastOrPresent Instant enteredAt) {

        Entry {
            enteredAt = asStored(enteredAt);
        }
    }

    ImportedClient {
        email = email == null || email.isBlank() ? null : EmailAddress.normal(email);
        stage = stage == null ? Stage.PROSPECT : stage;
        createdAt = asStored(createdAt);
        history = history == null ? List.of() : history;
    }

    /** With the precision that PostgreSQL keeps. */
    private static Instant asStored(Instant time) {
        return time == null ? null : time.truncatedTo(ChronoUnit.MICROS);
    }

    /** The client as it was in the beginning. */
    ClientRequest request() {
        return new ClientRequest(
                firstName,
                lastName,
                email,
                phone,
                riskProfile,
                stage,
                leadSource,
                notes,
                liveNotes,
                portfolioName,
                referredByClientId,
                savingsCapacity,
                ownerId);
    }
}
