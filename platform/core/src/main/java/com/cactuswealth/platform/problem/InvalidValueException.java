package com.cactuswealth.platform.problem;

import com.cactuswealth.platform.message.Languages;
import com.cactuswealth.platform.message.Message;

/** A value that a record refuses to be made with; where it came in a request, the field that holds it is refused. */
public class InvalidValueException extends IllegalArgumentException {

    private static final long serialVersionUID = 1;

    private final transient Message reason;

    public InvalidValueException(Message reason) {
        super(reason.in(Languages.ENGLISH));
        this.reason = reason;
    }

    public Message reason() {
        return reason;
    }
}
