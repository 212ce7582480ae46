package com.cactuswealth.budgetguard.aws;

/** AWS did not do what it was asked for. */
public final class AwsFailure extends RuntimeException {

    private static final long serialVersionUID = 1;

    private final String operation;
    private final String code;
    private final boolean temporary;

    public AwsFailure(String operation, String code, boolean temporary, Throwable cause) {
        super(operation + ": " + code, cause);
        this.operation = operation;
        this.code = code;
        this.temporary = temporary;
    }

    /** What was asked for, like StopInstances. */
    public String operation() {
        return operation;
    }

    /** AWS' code, like UnauthorizedOperation. */
    public String code() {
        return code;
    }

    /** Whether the same may work later: then Lambda is left to try again. */
    public boolean isTemporary() {
        return temporary;
    }

    /** Whether the instance had changed its state meanwhile, so that it has to be looked at again. */
    public boolean isWrongState() {
        return code.equals("IncorrectInstanceState");
    }
}
