package com.cactuswealth.clients.client;

import com.cactuswealth.platform.paging.Conditions;
import jakarta.validation.constraints.Size;
import java.util.List;
import java.util.UUID;
import org.jboss.resteasy.reactive.RestQuery;

/** Which clients a list asks for; what is absent does not limit. */
class ClientFilter {

    /** Text in name, e-mail or phone. */
    @RestQuery
    @Size(max = 100)
    String q;

    /** Any of these stages. */
    @RestQuery
    List<Stage> stage;

    @RestQuery
    RiskProfile riskProfile;

    @RestQuery
    LeadSource leadSource;

    @RestQuery
    UUID ownerId;

    Conditions addTo(Conditions conditions) {
        if (q != null && !q.isBlank()) {
            conditions.and(
                    "(lower(firstName || ' ' || lastName) like :text escape '!' or lower(email) like :text escape '!' or phone like :text escape '!')",
                    "text",
                    Conditions.containing(q));
        }
        if (stage != null && !stage.isEmpty()) {
            conditions.and("stage in :stages", "stages", stage);
        }
        if (riskProfile != null) {
            conditions.and("riskProfile = :riskProfile", "riskProfile", riskProfile);
        }
        if (leadSource != null) {
            conditions.and("leadSource = :leadSource", "leadSource", leadSource);
        }
        if (ownerId != null) {
            conditions.and("ownerId = :owner", "owner", ownerId);
        }
        return conditions;
    }
}
