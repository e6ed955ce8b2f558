package io.hotlens.skills.target;

import org.jspecify.annotations.Nullable;

import java.io.IOException;
import java.lang.reflect.InvocationHandler;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;

import javax.management.MBeanServerConnection;

/// A line that a stream of the flight recorder reads its events over. The stream asks for more once
/// a second, which is most of what a resting target does for us: while nobody looks, the next
/// question after an empty answer waits. A target that fails in the middle of a stream, as the JDK
/// does when the recording just ended, ends it like a line that was cut.
final class RestingReads implements InvocationHandler {

    private final MBeanServerConnection line;
    private final Attention attention;
    private volatile boolean exhausted;
    private volatile boolean ended;
    private volatile @Nullable Thread resting;

    RestingReads(MBeanServerConnection line, Attention attention) {
        this.line = line;
        this.attention = attention;
    }

    MBeanServerConnection line() {
        return (MBeanServerConnection)
                Proxy.newProxyInstance(
                        RestingReads.class.getClassLoader(),
                        new Class<?>[] {MBeanServerConnection.class},
                        this);
    }

    @Override
    public Object invoke(Object proxy, Method method, Object[] arguments) throws Throwable {
        boolean reads = method.getName().equals("invoke") && "readStream".equals(arguments[1]);
        if (reads && exhausted) {
            rest();
        }
        try {
            Object answer = method.invoke(line, arguments);
            if (reads) {
                exhausted = !(answer instanceof byte[] bytes) || bytes.length == 0;
            }
            return answer;
        } catch (InvocationTargetException e) {
            throw reads && e.getCause() instanceof RuntimeException broken
                    ? new IOException("the target cannot go on with the stream", broken)
                    : e.getCause();
        }
    }

    private void rest() throws IOException {
        resting = Thread.currentThread();
        try {
            if (!ended) {
                attention.rest();
            }
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
        } finally {
            resting = null;
        }
        if (ended) {
            throw new IOException("the stream was closed");
        }
    }

    /// The stream is closed: nothing more is read, and nobody waits to read.
    void end() {
        ended = true;
        Thread waiting = resting;
        if (waiting != null) {
            waiting.interrupt();
        }
    }
}
