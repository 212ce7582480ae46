package com.cactuswealth.clients.client;

import com.cactuswealth.platform.paging.Page;
import jakarta.validation.constraints.NotNull;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * The clients in one stage, the latest arrived first.
 *
 * @param total how many are in the stage
 * @param nextCursor continues with {@code GET /api/v1/clients?stage=…&sort=-stageSince}; null when all are here
 */
record BoardColumn(
        @NotNull Stage stage,
        @Schema(required = true) long total,
        @NotNull List<ClientView> items,
        String nextCursor) {

    static BoardColumn of(Stage stage, Page<Client> page) {
        return new BoardColumn(
                stage, page.total(), page.items().stream().map(ClientView::of).toList(), page.nextCursor());
    }
}
