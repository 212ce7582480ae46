package com.cactuswealth.gateway.edge;

/**
 * The order of what every request passes before it is routed: the highest first. The headers of the client's own connection
 * are dropped last, so that a client cannot hide a header from the guards by calling it one of them.
 */
final class EdgeOrder {

    static final int TIMEOUTS = 700;
    static final int REQUEST_LOG = 600;
    static final int SECURITY_HEADERS = 500;
    static final int CACHE_HEADERS = 450;
    static final int ADDRESS_GUARD = 400;
    static final int ORIGIN_GUARD = 375;
    static final int SECURE_ONLY = 350;
    static final int OPERATIONS_GUARD = 300;
    static final int FORWARDED = 200;
    static final int CODED_BODIES = 150;
    static final int SIZE_LIMIT = 100;
    static final int HOP_BY_HOP = 50;

    private EdgeOrder() {}
}
