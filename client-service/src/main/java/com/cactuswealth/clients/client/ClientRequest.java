package com.cactuswealth.clients.client;

import com.cactuswealth.platform.money.Money;
import com.cactuswealth.platform.text.EmailAddress;
import com.cactuswealth.platform.text.MultiLine;
import jakarta.validation.constraints.Email;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.util.UUID;

/**
 * A client to create, or the whole state after a patch.
 *
 * @param email may be missing where there is a phone; blank means missing
 * @param riskProfile defaults to MEDIUM
 * @param stage defaults to PROSPECT; a patch cannot change it, that is a move of its own
 * @param liveNotes the pad for notes taken in a meeting
 * @param portfolioName name of the model portfolio that the client is to follow
 * @param savingsCapacity what the client can save each month, not negative
 * @param ownerId the advisor, by default the caller; an administrator must name one
 */
@EmailOrPhone
record ClientRequest(
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
        UUID ownerId)
        implements Contact {

    ClientRequest {
        email = email == null || email.isBlank() ? null : EmailAddress.normal(email);
        riskProfile = riskProfile == null ? RiskProfile.MEDIUM : riskProfile;
        stage = stage == null ? Stage.PROSPECT : stage;
    }
}
