package com.cactuswealth.platform.access;

/** What a user is in the firm; see the matrix in docs/access.md. */
public enum Role {
    ADMIN,
    COMPLIANCE,
    MANAGER,
    ADVISOR
}
