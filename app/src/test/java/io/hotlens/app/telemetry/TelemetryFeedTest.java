package io.hotlens.app.telemetry;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.hotlens.app.event.AppEvent;
import io.hotlens.app.event.EventBus;
import io.hotlens.app.trace.InvestigationId;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import java.net.URI;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;

@Timeout(60)
final class TelemetryFeedTest {

    private final EventBus bus = new EventBus();

    private void publish(int events) {
        for (int i = 0; i < events; i++) {
            bus.publish(
                    new AppEvent.InvestigationStarted(
                            Instant.EPOCH, InvestigationId.random(), "number " + i));
        }
    }

    @Test
    void closeDeliversWhatWasPublishedUntilThenAndNothingLater() {
        var seen = new ArrayList<String>();
        TelemetryFeed feed =
                Telemetry.subscribe(bus, event -> seen.add(event.said(TelemetryField.REASON)));
        publish(500);
        feed.close();
        publish(1);

        assertEquals(500, seen.size());
        assertEquals("number 499", seen.getLast());
        assertEquals(0, feed.dropped());
    }

    @Test
    void readerThatFailsEndsItsOwnFeedOnly() {
        var seen = new ArrayList<TelemetryEvent>();
        TelemetryFeed failing =
                Telemetry.subscribe(
                        bus,
                        _ -> {
                            throw new IllegalStateException("a fault of the reader");
                        });
        TelemetryFeed sound = Telemetry.subscribe(bus, seen::add);
        publish(10);
        failing.close();
        sound.close();

        assertEquals(10, seen.size());
    }

    @Test
    void closeGivesUpAReaderThatHangs() {
        var never = new CountDownLatch(1);
        TelemetryFeed feed =
                Telemetry.subscribe(
                        bus,
                        _ -> {
                            try {
                                never.await();
                            } catch (InterruptedException _) {
                                Thread.currentThread().interrupt();
                            }
                        });
        publish(1);
        long start = System.nanoTime();

        feed.close();

        assertTrue(System.nanoTime() - start < 5_000_000_000L);
    }

    @ParameterizedTest
    @ValueSource(strings = {"localhost:4318", "ftp://localhost", "http:///v1", "collector"})
    void addressThatIsNoneIsRefusedWithAnExample(String url) {
        IllegalArgumentException e =
                assertThrows(
                        IllegalArgumentException.class,
                        () -> new TelemetryOptions(Optional.empty(), Optional.of(URI.create(url))));

        assertEquals(
                "'%s' is no address of a collector; it looks like http://localhost:4318"
                        .formatted(url),
                e.getMessage());
    }

    @Test
    void namesAreThoseOfTheirConstants() {
        assertEquals(
                List.of("hotlens.operator.state_change", "hotlens.coordinator.done_rejected"),
                List.of(
                        TelemetryName.OPERATOR_STATE_CHANGE.word(),
                        TelemetryName.COORDINATOR_DONE_REJECTED.word()));
    }

    @Test
    void draftTakesOnlyWhatItsNameDeclares() {
        var draft = new EventDraft(TelemetryName.OPERATOR_WAIT, Instant.EPOCH);

        assertThrows(
                IllegalArgumentException.class, () -> draft.put(TelemetryField.TOOL, "execute"));
        assertThrows(
                IllegalArgumentException.class, () -> draft.put(TelemetryField.PAUSE_MS, "long"));
    }
}
