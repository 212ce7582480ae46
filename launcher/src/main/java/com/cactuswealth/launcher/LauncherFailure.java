package com.cactuswealth.launcher;

import java.io.Serial;

/** Something the person at the terminal can act on: the message is one line and needs no stack trace. */
public final class LauncherFailure extends RuntimeException {

    @Serial
    private static final long serialVersionUID = 1L;

    public LauncherFailure(String message) {
        super(message);
    }

    public LauncherFailure(String message, Throwable cause) {
        super(message, cause);
    }
}
