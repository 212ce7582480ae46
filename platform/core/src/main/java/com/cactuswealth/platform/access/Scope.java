package com.cactuswealth.platform.access;

import java.util.UUID;

/** Whose rows a viewer may see. Repositories switch over it, so that no query forgets a case. */
public sealed interface Scope {

    /** Every row of the firm. */
    record Everything() implements Scope {}

    /** The rows of a manager and of the advisors who report to that manager. */
    record Team(UUID manager) implements Scope {}

    /** The rows of one advisor. */
    record Own(UUID advisor) implements Scope {}
}
