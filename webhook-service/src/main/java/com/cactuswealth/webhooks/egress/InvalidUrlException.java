package com.cactuswealth.webhooks.egress;

import com.cactuswealth.platform.message.Message;
import com.cactuswealth.platform.problem.InvalidValueException;

/** A URL that is not one, or that can never be called. */
public final class InvalidUrlException extends InvalidValueException {

    private static final long serialVersionUID = 1;

    private InvalidUrlException(Message reason) {
        super(reason);
    }

    /** @param code of the reason in the catalogues */
    static InvalidUrlException because(String code) {
        return new InvalidUrlException(Message.of(code));
    }
}
