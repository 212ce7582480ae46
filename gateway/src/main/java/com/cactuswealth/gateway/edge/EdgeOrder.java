package com.cactuswealth.gateway.edge;

/** The order of what every request passes before it is routed: the highest first. */
final class EdgeOrder {

    static final int HOP_BY_HOP = 600;
    static final int REQUEST_LOG = 500;
    static final int SECURITY_HEADERS = 400;
    static final int ORIGIN_GUARD = 375;
    static final int SECURE_ONLY = 350;
    static final int OPERATIONS_GUARD = 300;
    static final int FORWARDED = 200;
    static final int SIZE_LIMIT = 100;

    private EdgeOrder() {}
}
