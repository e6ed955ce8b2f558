package io.hotlens.skills.monitor;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.hotlens.skills.data.Data;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import java.time.Duration;

class MonitorSettingsTest {

    @Test
    void whatIsNotGivenKeepsItsDefault() {
        var given = Data.fields().put("learning_duration_ms", 60_000).build();
        MonitorSettings settings = MonitorSettings.of(given);
        assertEquals(Duration.ofMinutes(1), settings.learningDuration());
        assertEquals(Duration.ofSeconds(30), settings.collectionInterval());
        assertEquals(3, settings.zThreshold());
        assertEquals(3, settings.consecutiveRequired());
        assertEquals(Duration.ofMinutes(15), settings.cooldownDuration());
    }

    @Test
    void writtenAndReadTheyAreTheSame() {
        assertEquals(MonitorSettings.DEFAULT, MonitorSettings.of(MonitorSettings.DEFAULT.toData()));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
                    collection_interval_ms | 5    | collection_interval_ms must be from 100 to 3600000, not 5
                    collection_interval_ms | 4e6  | collection_interval_ms must be from 100 to 3600000, not 4000000
                    learning_duration_ms   | 5    | learning_duration_ms must be at least collection_interval_ms, not 5
                    learning_duration_ms   | 1e30 | learning_duration_ms must be from 0 to 2592000000, not 2147483647000000
                    z_threshold            | 0    | z_threshold must be from 1 to 20, not 0
                    consecutive_required   | 0    | consecutive_required must be from 1 to 100, not 0
                    consecutive_required   | 2.5  | consecutive_required must be a whole number, not 2.5
                    cooldown_duration_ms   | -1   | cooldown_duration_ms must be from 0 to 2592000000, not -1
                    """)
    void whatIsNotAllowedIsNamed(String name, double value, String message) {
        var error =
                assertThrows(
                        IllegalArgumentException.class,
                        () -> MonitorSettings.of(Data.fields().put(name, value).build()));
        assertEquals(message, error.getMessage());
    }
}
