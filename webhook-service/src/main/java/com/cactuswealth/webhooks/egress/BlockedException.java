package com.cactuswealth.webhooks.egress;

/** A host has no address that requests may go to. */
class BlockedException extends RuntimeException {

    private static final long serialVersionUID = 1;

    BlockedException(String host) {
        super(host + " has no public address", null, false, false);
    }
}
