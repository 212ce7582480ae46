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
            var details = failure.awsErrorDetails();
            var code = details == null || details.errorCode() == null
                    ? "HTTP " + failure.statusCode()
                    : details.errorCode();
            throw new AwsFailure(operation, code, isTemporary(failure, code), failure);
        } catch (SdkException failure) {
            // No answer at all: the network, or a time-out.
            throw new AwsFailure(operation, "no answer", true, failure);
        }
    }

    private static boolean isTemporary(AwsServiceException failure, String code) {
        // EC2 answers a lack of capacity as a server error; that it lasts is what resize has to reckon with.
        return !code.equals("InsufficientInstanceCapacity")
                && (failure.isThrottlingException() || failure.statusCode() >= 500 || TEMPORARY.contains(code));
    }
}
