package io.hotlens.skills.builtin.jvm;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;

import java.util.Optional;

class CodeCacheStateTest {

    @Test
    void jdk17SaysItOnThreeLines() {
        assertEquals(
                Optional.of(new CodeCacheState(false, 1, 2)),
                CodeCacheState.of(
                        """
                        CodeCache: size=5120Kb used=4439Kb max_used=5016Kb free=680Kb
                         total_blobs=2761 nmethods=2410 adapters=257
                         compilation: disabled (not enough contiguous free space left)
                                      stopped_count=1, restarted_count=0
                         full_count=2
                        """));
    }

    @Test
    void jdk25SaysItOnTwo() {
        assertEquals(
                Optional.of(new CodeCacheState(true, 0, 0)),
                CodeCacheState.of(
                        """
                         total_blobs=2086, nmethods=1734, adapters=257, full_count=0
                        Compilation: enabled, stopped_count=0, restarted_count=0
                        """));
    }

    @Test
    void anotherAnswerSaysNothing() {
        assertEquals(Optional.empty(), CodeCacheState.of("Unknown diagnostic command"));
    }
}
