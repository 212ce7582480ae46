package com.cactuswealth.servers;

import java.io.Serial;

/** A server did not do what was asked; the message is one line for the person at the terminal. */
public final class ServerFailure extends RuntimeException {

    @Serial
    private static final long serialVersionUID = 1L;

    public ServerFailure(String message) {
        super(message);
    }

    public ServerFailure(String message, Throwable cause) {
        super(message, cause);
    }
}
