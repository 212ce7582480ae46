package com.cactuswealth.budgetguard;

import com.amazonaws.services.lambda.runtime.ClientContext;
import com.amazonaws.services.lambda.runtime.CognitoIdentity;
import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.LambdaLogger;
import java.time.Duration;
import java.util.UUID;

/** An invocation by Lambda. */
public record TestContext(String requestId, Duration time) implements Context {

    public static final String FUNCTION = "arn:aws:lambda:us-east-1:123456789012:function:cactus-budget-guard-stop";

    /** A new one, with all the time that a function has. */
    public static TestContext any() {
        return lasting(Duration.ofMinutes(5));
    }

    public static TestContext lasting(Duration time) {
        return new TestContext(UUID.randomUUID().toString(), time);
    }

    @Override
    public String getAwsRequestId() {
        return requestId;
    }

    @Override
    public int getRemainingTimeInMillis() {
        return (int) time.toMillis();
    }

    @Override
    public String getInvokedFunctionArn() {
        return FUNCTION;
    }

    @Override
    public String getFunctionName() {
        return "cactus-budget-guard-stop";
    }

    @Override
    public String getFunctionVersion() {
        return "$LATEST";
    }

    @Override
    public String getLogGroupName() {
        return "/aws/lambda/cactus-budget-guard-stop";
    }

    @Override
    public String getLogStreamName() {
        return "test";
    }

    @Override
    public int getMemoryLimitInMB() {
        return 256;
    }

    @Override
    public CognitoIdentity getIdentity() {
        throw new UnsupportedOperationException();
    }

    @Override
    public ClientContext getClientContext() {
        throw new UnsupportedOperationException();
    }

    @Override
    public LambdaLogger getLogger() {
        throw new UnsupportedOperationException();
    }
}
