package io.hotlens.skills.builtin.heap;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.hotlens.skills.data.Data;
import io.hotlens.skills.target.OldObjects.OldObject;

import org.junit.jupiter.api.Test;

import java.time.Duration;
import java.util.List;
import java.util.Optional;

class KeptObjectsTest {

    private static OldObject session(int index, long age) {
        return new OldObject(
                "com.shop.Session",
                Duration.ofSeconds(age),
                List.of("java.lang.Object[][" + index + "]", "com.shop.Sessions.ALL"),
                "Threads",
                List.of("com.shop.Login.run:3"));
    }

    @Test
    void objectsOnTheSamePathAreOneGroupWhateverTheirPlaceInTheArray() {
        var groups =
                KeptObjects.of(
                        List.of(
                                new OldObject(
                                        "byte[]",
                                        Duration.ofSeconds(99),
                                        List.of("a.B.c"),
                                        "",
                                        List.of()),
                                session(1, 4),
                                session(2, 9)));
        assertEquals(2, groups.size());
        var first = (Data.Fields) groups.getFirst();
        assertEquals(Optional.of("com.shop.Session"), first.text("class_name"));
        assertEquals(Optional.of(2.0), first.number("objects"));
        assertEquals(Optional.of(9.0), first.number("oldest_s"));
        assertEquals(
                List.of(Data.of("java.lang.Object[][*]"), Data.of("com.shop.Sessions.ALL")),
                first.items("path"));
    }

    @Test
    void anObjectWithoutAPathSaysNothing() {
        assertEquals(
                List.of(),
                KeptObjects.of(
                        List.of(new OldObject("byte[]", Duration.ZERO, List.of(), "", List.of()))));
    }
}
