package io.hotlens.skills.target;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.hotlens.skills.data.Data;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.OptionalLong;
import java.util.Random;

class PerfDataFileTest {

    @TempDir Path folder;

    /// Writes files as HotSpot lays them out.
    private static final class Writer {
        final ByteBuffer file = ByteBuffer.allocate(4096);
        private int at = 32;
        private int entries;

        Writer(ByteOrder order) {
            file.putInt(0, 0xcafec0c0);
            file.put(4, (byte) (order == ByteOrder.BIG_ENDIAN ? 0 : 1)).put(5, (byte) 2);
            file.order(order);
            file.putInt(24, 32);
        }

        Writer number(String name, long value) {
            int data = entry(name, Long.BYTES, 'J', 0);
            file.putLong(data, value);
            return this;
        }

        Writer text(String name, String value, int room) {
            int data = entry(name, room, 'B', room);
            file.put(data, value.getBytes(StandardCharsets.UTF_8));
            return this;
        }

        private int entry(String name, int size, char type, int vector) {
            int data = (20 + name.length() + 1 + 7) / 8 * 8;
            int length = (data + size + 7) / 8 * 8;
            file.putInt(at, length).putInt(at + 4, 20).putInt(at + 8, vector);
            file.put(at + 12, (byte) type).putInt(at + 16, data);
            file.put(at + 20, name.getBytes(StandardCharsets.UTF_8));
            int place = at + data;
            at += length;
            entries++;
            file.putInt(28, entries);
            return place;
        }

        PerfDataFile read() throws IOException {
            return PerfDataFile.of(file);
        }
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void numbersAndTextsAreReadInEitherByteOrder(boolean big) throws IOException {
        PerfDataFile file =
                new Writer(big ? ByteOrder.BIG_ENDIAN : ByteOrder.LITTLE_ENDIAN)
                        .number("sun.os.hrt.frequency", 1_000_000_000)
                        .number("sun.rt.safepointTime", 2_500_000)
                        .text("sun.rt.javaCommand", "io.x.Main a b", 64)
                        .read();
        assertEquals(OptionalLong.of(2_500_000), file.number("sun.rt.safepointTime"));
        assertEquals(OptionalLong.of(2), file.millis("sun.rt.safepointTime"));
        assertEquals("io.x.Main a b", file.text("sun.rt.javaCommand").orElseThrow());
        assertEquals(OptionalLong.empty(), file.number("sun.rt.javaCommand"));
        assertEquals(OptionalLong.empty(), file.number("no.such.counter"));
        assertEquals(OptionalLong.empty(), file.millis("no.such.counter"));
        assertEquals(3, file.all().size());
        assertEquals(Data.of("io.x.Main a b"), file.all().get("sun.rt.javaCommand"));
    }

    @Test
    void counterThatIsAddedLaterIsFound() throws IOException {
        var writer = new Writer(ByteOrder.LITTLE_ENDIAN).number("first", 1);
        PerfDataFile file = writer.read();
        assertEquals(OptionalLong.empty(), file.number("second"));
        writer.number("second", 2);
        assertEquals(OptionalLong.of(2), file.number("second"));
    }

    @Test
    void valueIsReadAnewEachTime() throws IOException {
        var writer = new Writer(ByteOrder.LITTLE_ENDIAN);
        int place = writer.entry("ticks", Long.BYTES, 'J', 0);
        PerfDataFile file = writer.read();
        writer.file.putLong(place, 7);
        assertEquals(OptionalLong.of(7), file.number("ticks"));
        writer.file.putLong(place, 8);
        assertEquals(OptionalLong.of(8), file.number("ticks"));
    }

    @Test
    void halfWrittenFileYieldsWhatIsComplete() throws IOException {
        var writer = new Writer(ByteOrder.LITTLE_ENDIAN).number("done", 5).number("begun", 6);
        writer.file.putInt(28, 40);
        PerfDataFile file = writer.read();
        assertEquals(Map.of("done", Data.of(5), "begun", Data.of(6)), file.all());
    }

    @Test
    void damagedBytesNeverBreakTheReader() throws IOException {
        var random = new Random(17);
        for (int round = 0; round < 2_000; round++) {
            var writer =
                    new Writer(ByteOrder.LITTLE_ENDIAN)
                            .number("a", 1)
                            .text("b", "text", 16)
                            .number("c", 3);
            for (int i = 0; i < 6; i++) {
                writer.file.put(24 + random.nextInt(160), (byte) random.nextInt(256));
            }
            assertTrue(writer.read().all().size() <= 3_000);
        }
    }

    @Test
    void otherFilesAreRefused() throws IOException {
        assertThrows(IOException.class, () -> PerfDataFile.of(ByteBuffer.allocate(100)));
        assertThrows(IOException.class, () -> PerfDataFile.of(ByteBuffer.allocate(3)));
        Path text = Files.writeString(folder.resolve("1"), "no counters in here, only words");
        assertThrows(IOException.class, () -> PerfDataFile.open(text));
    }

    @Test
    void ownCountersAreThose() {
        PerfDataFile own = PerfDataFile.of(ProcessHandle.current().pid()).orElseThrow();
        assertEquals(
                System.getProperty("java.version"),
                own.text("java.property.java.version").orElseThrow());
        assertTrue(own.number("java.threads.live").orElseThrow() > 3);
        assertTrue(PerfDataFiles.onHost().containsKey(ProcessHandle.current().pid()));
    }
}
