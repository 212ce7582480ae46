package com.cactuswealth.clients.client;

/** How much risk a client takes: conservative, moderate or aggressive. */
public enum RiskProfile {
    LOW,
    MEDIUM,
    HIGH
}
