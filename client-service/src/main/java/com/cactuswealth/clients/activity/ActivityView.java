package com.cactuswealth.clients.activity;

import com.cactuswealth.clients.client.ClientName;
import com.cactuswealth.clients.client.Stage;
import com.cactuswealth.platform.paging.Cursor;
import io.quarkus.runtime.annotations.RegisterForReflection;
import jakarta.validation.constraints.NotNull;
import java.time.Instant;
import java.util.List;
import java.util.UUID;

/**
 * Something that happened to a client, on the wire.
 *
 * @param actorId who did it, null for the system itself
 * @param actorName null also while the firm's news of that person is on its way
 * @param fromStage of a stage change only, as is {@code toStage}
 * @param fromOwnerId of a transfer only, as are {@code toOwnerId} and their names, which are null like {@code actorName}
 * @param fields names of what an update changed, null for other kinds
 * @param portfolio name of the portfolio opened, null for other kinds
 */
@RegisterForReflection
public record ActivityView(
        @NotNull UUID id,
        @NotNull ActivityKind kind,
        @NotNull ClientName client,
        UUID actorId,
        String actorName,
        @NotNull Instant at,
        Stage fromStage,
        Stage toStage,
        UUID fromOwnerId,
        String fromOwnerName,
        UUID toOwnerId,
        String toOwnerName,
        List<String> fields,
        String portfolio) {

    Cursor cursor() {
        return Cursor.of(at, id);
    }
}
