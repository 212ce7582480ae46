package com.cactuswealth.launcher.demo;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;

/** Chance that falls the same way every time. */
final class Draw {

    private final Random random;

    Draw(long seed) {
        random = new Random(seed);
    }

    /** The values, each as often as it is to be drawn. */
    @SafeVarargs
    static <T> List<T> mix(List<T>... shares) {
        var mixed = new ArrayList<T>();
        for (var share : shares) {
            mixed.addAll(share);
        }
        return List.copyOf(mixed);
    }

    <T> T from(List<T> values) {
        return values.get(random.nextInt(values.size()));
    }

    boolean happens(int percent) {
        return random.nextInt(100) < percent;
    }

    /** Both included, all alike. */
    int between(int least, int most) {
        return random.nextInt(least, most + 1);
    }

    /** Both included, small ones more often. */
    int ratherLow(int least, int most) {
        return least + (int) ((most - least + 1) * Math.pow(random.nextDouble(), 1.7));
    }
}
