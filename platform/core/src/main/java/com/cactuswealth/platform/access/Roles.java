package com.cactuswealth.platform.access;

/** The names of {@link Role}, for annotations. */
public final class Roles {

    public static final String ADMIN = "ADMIN";
    public static final String COMPLIANCE = "COMPLIANCE";
    public static final String MANAGER = "MANAGER";
    public static final String ADVISOR = "ADVISOR";

    private Roles() {}
}
