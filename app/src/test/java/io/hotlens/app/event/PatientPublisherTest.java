package io.hotlens.app.event;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.hotlens.app.notification.NotificationId;
import io.hotlens.app.notification.NotificationStatus;

import org.junit.jupiter.api.Test;

import java.time.Duration;
import java.time.Instant;

/// Very many events at once: more than a reader holds.
class PatientPublisherTest {

    private static final int MANY = 100_000;
    private static final AppEvent EVENT =
            new AppEvent.NotificationChanged(
                    Instant.EPOCH, NotificationId.random(), NotificationStatus.RESOLVED);

    private final EventBus bus = new EventBus();

    private Thread publishAll() {
        return Thread.ofVirtual()
                .start(
                        () -> {
                            for (int i = 0; i < MANY; i++) {
                                bus.publishPatiently(EVENT);
                            }
                        });
    }

    @Test
    void aReaderThatReadsHearsEach() throws InterruptedException {
        try (EventBus.Reader reader = bus.reader()) {
            Thread publisher = publishAll();
            long heard = 0;
            while (heard + reader.lost() < MANY) {
                heard += reader.await(Duration.ofSeconds(1)).size();
            }
            publisher.join();
            assertEquals(0, reader.lost());
            assertEquals(MANY, heard);
        }
    }

    @Test
    void aReaderThatNeverReadsIsWaitedForOnce() throws InterruptedException {
        try (EventBus.Reader reader = bus.reader()) {
            assertTrue(publishAll().join(Duration.ofMinutes(1)));
            assertEquals(MANY - reader.drain(Integer.MAX_VALUE).size(), reader.lost());
        }
    }
}
