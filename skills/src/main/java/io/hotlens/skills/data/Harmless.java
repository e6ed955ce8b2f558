package io.hotlens.skills.data;

import java.util.concurrent.atomic.AtomicReferenceArray;
import java.util.function.Predicate;

/// Short texts that passed a test lately, so that one which comes again is not read again. Those
/// that failed are not kept. Holds as many as it has slots; safe from any thread.
public final class Harmless {

    private static final int LONGEST = 256;

    private final AtomicReferenceArray<String> passed;
    private final Predicate<String> test;

    /// @param slots a power of two
    /// @param test always says the same of the same text
    public Harmless(int slots, Predicate<String> test) {
        this.passed = new AtomicReferenceArray<>(slots);
        this.test = test;
    }

    /// What the test says.
    public boolean test(String text) {
        if (text.length() > LONGEST) {
            return test.test(text);
        }
        int hash = text.hashCode();
        int at = (hash ^ (hash >>> 16)) & (passed.length() - 1);
        if (text.equals(passed.get(at))) {
            return true;
        }
        boolean passes = test.test(text);
        if (passes) {
            passed.set(at, text);
        }
        return passes;
    }
}
