package com.cactuswealth.clients.client;

import jakarta.validation.constraints.NotNull;
import java.util.UUID;

/** The advisor who is to own a client. */
record OwnerRequest(@NotNull UUID ownerId) {}
