package io.hotlens.skills.demo;

import java.util.concurrent.ThreadFactory;

/// Virtual threads for sources that must compile for Java 17 too.
final class VirtualThreads {

    private VirtualThreads() {}

    /// Starts one.
    ///
    /// @throws IllegalStateException on a JDK that has none
    static Thread start(Runnable body) {
        Thread thread = factory().newThread(body);
        thread.start();
        return thread;
    }

    private static ThreadFactory factory() {
        try {
            Object builder = Thread.class.getMethod("ofVirtual").invoke(null);
            return (ThreadFactory)
                    Class.forName("java.lang.Thread$Builder").getMethod("factory").invoke(builder);
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException("this JDK has no virtual threads", e);
        }
    }
}
