package com.cactuswealth.budgetguard.report;

import io.quarkus.runtime.annotations.RegisterForReflection;

/** The same in Spanish and in English. */
@RegisterForReflection
public record Text(String es, String en) {}
