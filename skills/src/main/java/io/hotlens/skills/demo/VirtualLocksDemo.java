package io.hotlens.skills.demo;

/// Healthy since JDK 24: two hundred virtual threads sleep inside synchronized blocks of their own,
/// which no longer keeps their carriers.
public final class VirtualLocksDemo {

    private VirtualLocksDemo() {}

    public static void main(String[] args) {
        for (int i = 0; i < 200; i++) {
            VirtualThreads.start(VirtualLocksDemo::pollOwnQueue);
        }
        Stage.playUntilInputCloses();
    }

    private static void pollOwnQueue() {
        Object queue = new Object();
        while (!Thread.currentThread().isInterrupted()) {
            synchronized (queue) {
                Stage.pauseMillis(200);
            }
        }
    }
}
