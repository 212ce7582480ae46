package com.cactuswealth.budgetguard.aws;

import java.util.function.Supplier;

/** Something that is made when it is first needed. */
final class Lazily<T> implements Supplier<T> {

    private final Supplier<T> maker;
    /** Null until then. */
    private T made;

    Lazily(Supplier<T> maker) {
        this.maker = maker;
    }

    @Override
    public synchronized T get() {
        if (made == null) {
            made = maker.get();
        }
        return made;
    }
}
