package com.cactuswealth.auth;

import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.IntFunction;
import java.util.stream.IntStream;

/** Asks many things at the same moment. */
public final class Parallel {

    private Parallel() {}

    /** The answers, in the order of their numbers from zero. */
    public static <T> List<T> ask(int times, IntFunction<T> question) throws Exception {
        var start = new CountDownLatch(times);
        try (var threads = Executors.newFixedThreadPool(times)) {
            return threads
                    .invokeAll(IntStream.range(0, times)
                            .<Callable<T>>mapToObj(number -> () -> {
                                start.countDown();
                                start.await();
                                return question.apply(number);
                            })
                            .toList())
                    .stream()
                    .map(Future::resultNow)
                    .toList();
        }
    }
}
