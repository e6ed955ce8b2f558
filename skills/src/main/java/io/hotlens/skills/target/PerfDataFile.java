package io.hotlens.skills.target;

import io.hotlens.skills.data.Data;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;

/// The `hsperfdata` file of one HotSpot JVM, mapped into memory: values are read where the target
/// writes them, so a hung or stopped target can be read too. The layout (version 2) is the same
/// from JDK 5 to 25. A file that is still being written yields the counters that are already
/// complete.
final class PerfDataFile implements PerfCounters {

    private static final int MAGIC = 0xcafec0c0;
    private static final int PROLOGUE = 32;
    private static final int ENTRY_HEADER = 20;
    private static final int LARGEST = 16 << 20;
    private static final String FREQUENCY = "sun.os.hrt.frequency";

    private final ByteBuffer memory;
    private volatile Index index;

    /// Where one counter's value stands.
    ///
    /// @param length length of a text; 0 for a number
    private record Slot(int offset, int length) {}

    /// The counters that were complete when the file held `entries` of them.
    private record Index(int entries, Map<String, Slot> slots) {}

    private PerfDataFile(ByteBuffer memory) {
        this.memory = memory;
        this.index = readIndex();
    }

    /// @throws IOException when the file cannot be read or is not one of a JVM
    static PerfDataFile open(Path file) throws IOException {
        try (FileChannel channel = FileChannel.open(file, StandardOpenOption.READ)) {
            long size = channel.size();
            if (size < PROLOGUE || size > LARGEST) {
                throw new IOException(file + " has " + size + " bytes: not performance data");
            }
            return of(channel.map(FileChannel.MapMode.READ_ONLY, 0, size));
        }
    }

    /// @throws IOException when `memory` does not begin like performance data of a known version
    static PerfDataFile of(ByteBuffer memory) throws IOException {
        if (memory.limit() < PROLOGUE || memory.order(ByteOrder.BIG_ENDIAN).getInt(0) != MAGIC) {
            throw new IOException("not performance data of a JVM");
        }
        if (memory.get(5) != 2) {
            throw new IOException("performance data of the unknown version " + memory.get(5));
        }
        return new PerfDataFile(
                memory.order(memory.get(4) == 0 ? ByteOrder.BIG_ENDIAN : ByteOrder.LITTLE_ENDIAN));
    }

    /// The file of process `pid`, also when the process has a root folder and process ids of its
    /// own.
    static Optional<PerfDataFile> of(long pid) {
        return PerfDataFiles.find(pid).flatMap(PerfDataFile::tryOpen);
    }

    private static Optional<PerfDataFile> tryOpen(Path file) {
        try {
            return Files.isReadable(file) ? Optional.of(open(file)) : Optional.empty();
        } catch (IOException _) {
            return Optional.empty();
        }
    }

    @Override
    public OptionalLong number(String name) {
        Slot slot = slot(name);
        return slot == null || slot.length > 0
                ? OptionalLong.empty()
                : OptionalLong.of(memory.getLong(slot.offset));
    }

    /// A text counter such as `sun.rt.javaCommand`.
    Optional<String> text(String name) {
        Slot slot = slot(name);
        return slot == null || slot.length == 0 ? Optional.empty() : Optional.of(text(slot));
    }

    @Override
    public OptionalLong millis(String name) {
        OptionalLong ticks = number(name);
        long frequency = number(FREQUENCY).orElse(0);
        return ticks.isEmpty() || frequency <= 0
                ? OptionalLong.empty()
                : OptionalLong.of((long) (ticks.getAsLong() * 1000.0 / frequency));
    }

    @Override
    public Map<String, Data> all() {
        var values = new LinkedHashMap<String, Data>();
        upToDate()
                .slots
                .forEach(
                        (name, slot) ->
                                values.put(
                                        name,
                                        slot.length == 0
                                                ? Data.of((double) memory.getLong(slot.offset))
                                                : Data.of(text(slot))));
        return values;
    }

    private @org.jspecify.annotations.Nullable Slot slot(String name) {
        Slot known = index.slots.get(name);
        return known != null ? known : upToDate().slots.get(name);
    }

    private Index upToDate() {
        if (memory.getInt(28) != index.entries) {
            index = readIndex();
        }
        return index;
    }

    private Index readIndex() {
        var slots = new LinkedHashMap<String, Slot>();
        int entries = memory.getInt(28);
        int at = memory.getInt(24);
        for (int i = 0; i < entries && fits(at, ENTRY_HEADER); i++) {
            int length = memory.getInt(at);
            if (length < ENTRY_HEADER || !fits(at, length)) {
                break;
            }
            addEntry(at, length, slots);
            at += length;
        }
        return new Index(entries, slots);
    }

    private void addEntry(int at, int entryLength, Map<String, Slot> slots) {
        int name = memory.getInt(at + 4);
        int vector = memory.getInt(at + 8);
        byte type = memory.get(at + 12);
        int data = memory.getInt(at + 16);
        boolean number = type == 'J' && vector == 0;
        boolean words = type == 'B' && vector > 0;
        int size = number ? Long.BYTES : vector;
        if (!(number || words)
                || name < ENTRY_HEADER
                || name >= entryLength
                || data < ENTRY_HEADER
                || size > entryLength - data) {
            return;
        }
        String key = text(new Slot(at + name, entryLength - name));
        if (!key.isEmpty()) {
            slots.put(key, new Slot(at + data, number ? 0 : vector));
        }
    }

    private boolean fits(int at, int length) {
        return at >= PROLOGUE && length <= memory.limit() - at;
    }

    private String text(Slot slot) {
        byte[] bytes = new byte[slot.length];
        memory.get(slot.offset, bytes);
        int end = 0;
        while (end < bytes.length && bytes[end] != 0) {
            end++;
        }
        return new String(bytes, 0, end, StandardCharsets.UTF_8);
    }
}
