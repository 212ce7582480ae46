package com.cactuswealth.launcher.lambda;

/** What runs a function's process and hands it events. */
public interface FunctionHost extends AutoCloseable {

    /**
     * What came of an invocation.
     *
     * @param failed whether the function threw, so that AWS would invoke it again
     */
    record Answer(boolean failed, String body) {}

    /** Hands it an event, and waits for the answer. */
    Answer invoke(String event);

    /** The function's own process. */
    long pid();

    @Override
    void close();
}
