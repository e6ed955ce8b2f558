package io.hotlens.skills.demo;

import java.util.concurrent.CountDownLatch;

/// A new thread for every mail, none of which ever ends; about five each second.
public final class ThreadLeakDemo {

    private static final CountDownLatch NEVER = new CountDownLatch(1);

    private ThreadLeakDemo() {}

    public static void main(String[] args) {
        Stage.start(
                "mail-scheduler",
                () -> {
                    for (int i = 1; i <= 3_000; i++) {
                        Stage.start("mail-sender-" + i, ThreadLeakDemo::send);
                        Stage.pauseMillis(200);
                    }
                });
        Stage.playUntilInputCloses();
    }

    private static void send() {
        try {
            NEVER.await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
