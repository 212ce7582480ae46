package com.cactuswealth.budgetguard.aws;

import java.util.Set;
import java.util.function.Supplier;
import software.amazon.awssdk.awscore.exception.AwsServiceException;
import software.amazon.awssdk.core.exception.SdkException;

/** Calls AWS and says in our terms what went wrong. */
final class Aws {

    private static final Set<String> TEMPORARY =
            Set.of("InternalError", "InternalFailure", "ServiceUnavailable", "Unavailable", "RequestTimeout");

    private Aws() {}

    static <T> T call(String operation, Supplier<T> call) {
        try {
            return call.get();
        } catch (AwsServiceException failure) {
            throw new AwsFailure(operation, code(failure), isTemporary(failure), failure);
        } catch (SdkException failure) {
            throw new AwsFailure(operation, "no answer", isTemporary(failure), failure);
        }
    }

    /** Whether the same may work later. No answer at all, for want of network or time, may. */
    static boolean isTemporary(Throwable failure) {
        if (!(failure instanceof AwsServiceException answered)) {
            return failure instanceof SdkException;
        }
        var code = code(answered);
        // EC2 answers a lack of capacity as a server error; that it lasts is what resize has to reckon with.
        return !code.equals("InsufficientInstanceCapacity")
                && (answered.isThrottlingException() || answered.statusCode() >= 500 || TEMPORARY.contains(code));
    }

    static boolean isThrottling(Throwable failure) {
        return failure instanceof AwsServiceException answered && answered.isThrottlingException();
    }

    private static String code(AwsServiceException failure) {
        var details = failure.awsErrorDetails();
        return details == null || details.errorCode() == null ? "HTTP " + failure.statusCode() : details.errorCode();
    }
}
