package com.cactuswealth.budgetguard.run;

import com.cactuswealth.budgetguard.report.Subject;

/**
 * What a run has been asked to do.
 *
 * @param id the entry in the ledger, for what has to be kept there
 * @param progress what earlier invocations kept, at first empty
 */
public record Task(Subject subject, String id, String progress) {}
