package io.hotlens.skills.demo;

/// Healthy: an application is deployed again and again, and its old copies are let go, so that
/// collections unload them.
public final class RedeployDemo {

    static volatile ClassLoader running = ClassLoader.getSystemClassLoader();

    private RedeployDemo() {}

    public static void main(String[] args) {
        Stage.start(
                "deployer",
                () -> {
                    while (!Thread.currentThread().isInterrupted()) {
                        running = WebApplication.deploy();
                        Stage.pauseMillis(250);
                    }
                });
        Stage.start("request-handler", Garbage::makeMiddleAged);
        Stage.playUntilInputCloses();
    }
}
