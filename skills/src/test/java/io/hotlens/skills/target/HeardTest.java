package io.hotlens.skills.target;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;

import java.time.Duration;
import java.time.Instant;

class HeardTest {

    private static final Instant BEGIN = Instant.parse("2026-01-01T12:00:00Z");
    private static final Heard MINUTE = new Heard(BEGIN, BEGIN.plusSeconds(60));

    @Test
    void theLastPartIsCutFromTheEnd() {
        assertEquals(
                new Heard(BEGIN.plusSeconds(50), BEGIN.plusSeconds(60)),
                MINUTE.last(Duration.ofSeconds(10)));
    }

    @Test
    void noMoreIsHeardThanThereIs() {
        assertEquals(MINUTE, MINUTE.last(Duration.ofMinutes(5)));
        assertEquals(MINUTE, MINUTE.since(BEGIN.minusSeconds(5)));
    }

    @Test
    void whatWasPushedOutIsNotCounted() {
        assertEquals(Duration.ofSeconds(20), MINUTE.since(BEGIN.plusSeconds(40)).length());
    }

    @Test
    void aStreamThatHasJustBegunHasHeardNothing() {
        assertEquals(Duration.ZERO, new Heard(BEGIN, BEGIN.minusSeconds(1)).length());
    }
}
