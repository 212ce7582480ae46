package com.cactuswealth.clients.client;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.List;

/** Clients to take over from another system, all or none. */
record ImportRequest(@NotEmpty @Size(max = 500) List<@NotNull @Valid ImportedClient> clients) {}
