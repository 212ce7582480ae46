package com.cactuswealth.clients.client;

import jakarta.validation.constraints.NotNull;

/** The stage to move a client to. */
record StageRequest(@NotNull Stage stage) {}
