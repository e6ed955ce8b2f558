package io.hotlens.skills.demo;

import java.util.ArrayList;
import java.util.List;

/// An application is deployed again and again, and a registry of listeners keeps each of its old
/// copies alive; it stops at 2,000 copies, so that the sick JVM stays up.
public final class ClassLoaderLeakDemo {

    private static final int MOST = 2_000;
    private static final List<ClassLoader> LISTENERS = new ArrayList<>();

    private ClassLoaderLeakDemo() {}

    public static void main(String[] args) {
        Stage.start(
                "deployer",
                () -> {
                    while (LISTENERS.size() < MOST) {
                        LISTENERS.add(WebApplication.deploy());
                        Stage.pauseMillis(250);
                    }
                });
        Stage.start("request-handler", Garbage::makeMiddleAged);
        Stage.playUntilInputCloses();
    }
}
