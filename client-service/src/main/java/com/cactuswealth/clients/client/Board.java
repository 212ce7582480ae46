package com.cactuswealth.clients.client;

import com.cactuswealth.platform.paging.Page;
import jakarta.validation.constraints.NotNull;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;

/** The pipeline: a column for each stage, in their order. */
record Board(@NotNull List<BoardColumn> columns) {

    static final ClientSort SORT = ClientSort.SHORTEST_IN_STAGE;

    /** @param clients of each stage up to {@code limit + 1}, sorted */
    static Board of(ClientFilter filter, List<Client> clients, int limit, Map<Stage, Long> totals) {
        var byStage = clients.stream().collect(Collectors.groupingBy(Client::stage));
        return new Board(Arrays.stream(Stage.values())
                .map(stage -> BoardColumn.of(
                        stage,
                        Page.of(
                                filter.pages(SORT, List.of(stage)),
                                byStage.getOrDefault(stage, List.of()),
                                limit,
                                totals.get(stage),
                                Function.identity(),
                                SORT::cursor)))
                .toList());
    }
}
