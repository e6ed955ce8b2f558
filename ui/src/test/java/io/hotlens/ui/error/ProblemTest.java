package io.hotlens.ui.error;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import org.junit.jupiter.api.Test;

final class ProblemTest {

    private static Problem fault(String message) {
        return Problem.of(new IllegalStateException(message));
    }

    @Test
    void equalFaultsHaveEqualCodesWhateverTheySay() {
        assertEquals(fault("one").sentence(), fault("two").sentence());
    }

    @Test
    void theMessageOfAFaultIsOnlyInTheDetails() {
        assertFalse(fault("secret path").sentence().contains("secret path"));
    }
}
