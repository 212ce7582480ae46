package com.cactuswealth.webhooks.delivery;

import java.sql.SQLException;

/** The database failed; what was to be done is tried again by whoever asked. */
class DeliveryStoreException extends RuntimeException {

    private static final long serialVersionUID = 1;

    DeliveryStoreException(SQLException cause) {
        super(cause.getMessage(), cause);
    }
}
