package io.hotlens.ui.control;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.hotlens.app.operator.HealthState;
import io.hotlens.skills.target.ConnectionState;

import org.junit.jupiter.api.Test;

import java.time.Instant;
import java.util.Arrays;
import java.util.Optional;

final class MarkTest {

    @Test
    void noTwoStatesShareShapeAndColour() {
        var looks =
                Arrays.stream(Mark.values())
                        .map(mark -> mark.shape().getContent() + mark.shape().getStyleClass())
                        .distinct()
                        .count();
        assertEquals(Mark.values().length, looks);
    }

    @Test
    void everyStateHasItsWordForScreenReaders() {
        assertEquals("critical", Mark.of(HealthState.CRITICAL).shape().getAccessibleText());
        assertEquals("not yet", Mark.of(Optional.empty()).word());
    }

    @Test
    void aConnectionIsToldApartFromHealth() {
        assertEquals(Mark.LOST, Mark.of(new ConnectionState.Lost(Instant.EPOCH, "stopped")));
        assertEquals(Mark.ENDED, Mark.of(new ConnectionState.Ended(Instant.EPOCH, "exit 0")));
    }
}
