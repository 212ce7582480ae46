package com.cactuswealth.budgetguard;

import java.util.List;

/** The Lambda's answer, one decision for each message of the event; SNS sends one at a time. */
record Decisions(List<Decision> decisions) {}
