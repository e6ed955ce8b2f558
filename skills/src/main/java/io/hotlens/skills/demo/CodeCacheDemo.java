package io.hotlens.skills.demo;

import java.lang.reflect.Proxy;
import java.util.ArrayList;
import java.util.List;
import java.util.function.LongBinaryOperator;

/// Generates classes at run time and calls each until it is compiled, as template engines and
/// mappers do. With a small code cache that is not flushed the compiler stops; with room for all of
/// it nothing is wrong.
public final class CodeCacheDemo {

    private static final int CLASSES = 2_000;
    private static final int CALLS = 1_000;

    private CodeCacheDemo() {}

    public static void main(String[] args) {
        List<LongBinaryOperator> rules = new ArrayList<>();
        for (int i = 0; i < CLASSES; i++) {
            rules.add(rule());
        }
        for (LongBinaryOperator rule : rules) {
            apply(rule, CALLS);
        }
        Stage.start("rules", () -> applyNowAndThen(rules));
        Stage.playUntilInputCloses();
    }

    /// Each loader gets a proxy class of its own.
    private static LongBinaryOperator rule() {
        var loader = new ClassLoader(CodeCacheDemo.class.getClassLoader()) {};
        return (LongBinaryOperator)
                Proxy.newProxyInstance(
                        loader,
                        new Class<?>[] {LongBinaryOperator.class},
                        (proxy, method, given) -> (long) given[0] * 31 + (long) given[1]);
    }

    private static void applyNowAndThen(List<LongBinaryOperator> rules) {
        while (!Thread.currentThread().isInterrupted()) {
            rules.forEach(rule -> apply(rule, 10));
            Stage.pauseMillis(1_000);
        }
    }

    private static void apply(LongBinaryOperator rule, int calls) {
        long sum = 1;
        for (int i = 0; i < calls; i++) {
            sum = rule.applyAsLong(sum, i);
        }
        Garbage.sink = sum;
    }
}
