package io.hotlens.app.telemetry;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.hotlens.app.event.AppEvent;
import io.hotlens.app.event.EventBus;
import io.hotlens.app.trace.InvestigationId;
import io.hotlens.app.trace.Outcome;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.logging.Handler;
import java.util.logging.LogRecord;
import java.util.logging.Logger;

@Timeout(60)
final class DeadCollectorTest {

    private final List<String> troubles = new CopyOnWriteArrayList<>();

    private Duration publishTo(URI collector) throws IOException {
        var bus = new EventBus();
        var id = InvestigationId.random();
        Telemetry telemetry =
                Telemetry.start(
                        bus,
                        new TelemetryOptions(Optional.empty(), Optional.of(collector)),
                        troubles::add);
        bus.publish(new AppEvent.InvestigationStarted(Instant.now(), id, "it is slow"));
        bus.publish(new AppEvent.InvestigationEnded(Instant.now(), id, new Outcome.Completed()));
        long start = System.nanoTime();
        telemetry.close();
        return Duration.ofNanos(System.nanoTime() - start);
    }

    /// What the library itself says in the log.
    private static final class Noise extends Handler {
        private static final Logger LOGGER = Logger.getLogger("io.opentelemetry");
        private final List<String> lines = new CopyOnWriteArrayList<>();

        Noise() {
            LOGGER.addHandler(this);
        }

        @Override
        public void publish(LogRecord line) {
            lines.add(line.getLoggerName() + ": " + line.getMessage());
        }

        @Override
        public void flush() {}

        @Override
        public void close() {
            LOGGER.removeHandler(this);
        }
    }

    @Test
    void collectorThatIsNotThereIsToldOnceAndHoldsUpNobody() throws Exception {
        int port;
        try (var socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            port = socket.getLocalPort();
        }
        URI nowhere = URI.create("http://localhost:" + port);

        var noise = new Noise();
        Duration took = publishTo(nowhere);
        noise.close();

        assertTrue(took.compareTo(Duration.ofMillis(3500)) < 0, took::toString);
        assertEquals(List.of(), noise.lines);
        assertEquals(1, troubles.size(), troubles::toString);
        assertTrue(
                troubles.getFirst().startsWith("Telemetry does not reach " + nowhere),
                troubles::toString);
    }

    @Test
    void collectorThatNeverAnswersIsGivenUpAfterThreeSeconds() throws Exception {
        try (var silent = new ServerSocket(0, 50, InetAddress.getLoopbackAddress())) {
            Duration took = publishTo(URI.create("http://localhost:" + silent.getLocalPort()));

            assertTrue(took.compareTo(Duration.ofMillis(3500)) < 0, took::toString);
        }
    }
}
