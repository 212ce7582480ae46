package com.cactuswealth.budgetguard.proxy;

/** An answer of AWS that refuses, with the HTTP status that the service gives it. */
public record AwsError(int status, String code, String message) {

    public static final AwsError INSUFFICIENT_INSTANCE_CAPACITY = new AwsError(
            500,
            "InsufficientInstanceCapacity",
            "We currently do not have sufficient capacity in the Availability Zone you requested.");
    public static final AwsError INCORRECT_INSTANCE_STATE = new AwsError(
            400, "IncorrectInstanceState", "The instance is not in a state from which it can be started or changed.");
    public static final AwsError REQUEST_LIMIT_EXCEEDED =
            new AwsError(503, "RequestLimitExceeded", "Request limit exceeded.");
    public static final AwsError THROTTLING = new AwsError(400, "ThrottlingException", "Rate exceeded");
    public static final AwsError UNAUTHORIZED_OPERATION =
            new AwsError(403, "UnauthorizedOperation", "You are not authorized to perform this operation.");
    public static final AwsError ACCESS_DENIED = new AwsError(
            400, "AccessDeniedException", "User is not authorized to perform this action on this resource");
    public static final AwsError INTERNAL_ERROR = new AwsError(500, "InternalError", "An internal error has occurred");

    public AwsError saying(String other) {
        return new AwsError(status, code, other);
    }

    String rendered(AwsRequest.Protocol protocol) {
        return switch (protocol) {
            case EC2 ->
                "<?xml version=\"1.0\"?><Response><Errors><Error><Code>%s</Code><Message>%s</Message></Error></Errors><RequestID>proxy</RequestID></Response>"
                        .formatted(code, message);
            case QUERY ->
                "<?xml version=\"1.0\"?><ErrorResponse><Error><Type>Sender</Type><Code>%s</Code><Message>%s</Message></Error><RequestId>proxy</RequestId></ErrorResponse>"
                        .formatted(code, message);
            case JSON, REST -> "{\"__type\":\"%s\",\"message\":\"%s\"}".formatted(code, message);
        };
    }
}
