package com.cactuswealth.budgetguard.aws;

import java.util.Optional;
import java.util.function.Supplier;

/** Something that is made when it is first needed. */
final class Lazily<T> implements Supplier<T> {

    private final Supplier<T> maker;
    private Optional<T> made = Optional.empty();

    Lazily(Supplier<T> maker) {
        this.maker = maker;
    }

    @Override
    public synchronized T get() {
        if (made.isEmpty()) {
            made = Optional.of(maker.get());
        }
        return made.get();
    }
}
