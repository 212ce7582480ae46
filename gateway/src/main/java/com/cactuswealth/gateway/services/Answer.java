package com.cactuswealth.gateway.services;

import io.vertx.core.MultiMap;
import io.vertx.core.buffer.Buffer;

/** What a service answered to a question of the gateway itself, read whole. */
public record Answer(int status, MultiMap headers, Buffer body) {}
