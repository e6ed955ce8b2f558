package io.hotlens.skills.target;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotSame;
import static org.junit.jupiter.api.Assertions.assertSame;

import org.junit.jupiter.api.Test;

import java.util.List;

class SharedTest {

    @Test
    void equalValuesBecomeTheFirst() {
        var shared = new Shared<List<String>>(16);
        List<String> first = List.of("a.B.c:1", "a.B.d:2");
        assertSame(first, shared.of(first));
        assertSame(first, shared.of(List.of("a.B.c:1", "a.B.d:2")));
    }

    @Test
    void aPushedOutValueIsReturnedAsItIs() {
        var shared = new Shared<List<String>>(1);
        List<String> first = shared.of(List.of("one"));
        assertEquals(List.of("two"), shared.of(List.of("two")));
        assertNotSame(first, shared.of(List.of("one")));
    }
}
