package com.cactuswealth.auth.user;

/** An advisor's seniority; it grants nothing. */
enum Grade {
    JUNIOR,
    SENIOR
}
