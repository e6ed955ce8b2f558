package io.hotlens.skills.builtin.logger;

import org.jspecify.annotations.Nullable;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.Arrays;
import java.util.List;
import java.util.function.Consumer;
import java.util.stream.Stream;

/// Follows one file over rotation and truncation: every line once. A file that was renamed is read
/// to its end before the new one is begun; what was copied away before a truncation is read from
/// the copy. Used by one thread at a time.
final class LogFollower implements AutoCloseable {

    private static final int CHUNK = 64 * 1024;

    /// How much of the past is read when following begins.
    private static final long TAIL = 256 * 1024;

    /// More than this at once is not read whole: memory and time are bounded, the newest counts.
    private static final long MOST_AT_ONCE = 48L << 20;

    private static final long KEPT_OF_TOO_MUCH = 8L << 20;
    private static final int FINGERPRINT = 256;

    private final Path path;
    private final LineSplitter splitter;
    private final byte[] buffer = new byte[CHUNK];
    private @Nullable FileChannel channel;
    private @Nullable Object key;
    private long position;
    private byte[] fingerprint = new byte[0];
    private long skipped;
    private boolean replaced;

    LogFollower(Path path, Consumer<String> lines) {
        this.path = path;
        this.splitter = new LineSplitter(lines);
    }

    /// Reads what was written since the last call.
    ///
    /// @return whether there was anything
    /// @throws IOException when the file cannot be read now; it may later
    boolean poll() throws IOException {
        if (channel == null) {
            open(true);
        }
        boolean any = false;
        if (truncated()) {
            any = readCopy();
            restart();
        }
        any |= drain();
        boolean now = isReplaced();
        if (now && replaced && !any) {
            splitter.finish();
            close();
            open(false);
            return drain();
        }
        // What the writer of a renamed file still had in hand is there at the next look.
        replaced = now;
        return any;
    }

    /// Bytes that were left out because there were too many at once.
    long skippedBytes() {
        return skipped;
    }

    private void open(boolean atTail) throws IOException {
        FileChannel opened = FileChannel.open(path, StandardOpenOption.READ);
        channel = opened;
        key = keyOf(path);
        replaced = false;
        fingerprint = new byte[0];
        position = atTail ? Math.max(0, opened.size() - TAIL) : 0;
        if (position > 0) {
            splitter.beginInsideLine();
        }
    }

    private static @Nullable Object keyOf(Path path) throws IOException {
        return Files.readAttributes(path, BasicFileAttributes.class).fileKey();
    }

    /// Whether the path now names another file; while it names none, the old one may come back.
    private boolean isReplaced() {
        try {
            Object now = keyOf(path);
            return now != null && !now.equals(key);
        } catch (IOException _) {
            return false;
        }
    }

    /// Whether the file is shorter than what we read, or has other bytes where we stopped.
    private boolean truncated() throws IOException {
        FileChannel now = channel;
        if (now == null) {
            return false;
        }
        return now.size() < position || !Arrays.equals(fingerprint, before(now, position));
    }

    private byte[] before(FileChannel file, long end) throws IOException {
        byte[] bytes = new byte[fingerprint.length];
        int read = file.read(ByteBuffer.wrap(bytes), end - bytes.length);
        return bytes.length == 0 || read == bytes.length ? bytes : new byte[0];
    }

    private void restart() {
        splitter.finish();
        position = 0;
        fingerprint = new byte[0];
    }

    /// Reads what a copy of the file made before its truncation has beyond our position.
    private boolean readCopy() throws IOException {
        for (Path candidate : siblings()) {
            try (FileChannel copy = FileChannel.open(candidate, StandardOpenOption.READ)) {
                if (copy.size() > position
                        && fingerprint.length > 0
                        && Arrays.equals(fingerprint, before(copy, position))) {
                    return readFrom(copy);
                }
            }
        }
        return false;
    }

    private List<Path> siblings() throws IOException {
        String name = path.getFileName().toString();
        int dot = name.indexOf('.');
        String stem = dot > 0 ? name.substring(0, dot) : name;
        Path folder = path.getParent();
        if (folder == null) {
            return List.of();
        }
        try (Stream<Path> files = Files.list(folder)) {
            return files.filter(file -> !file.equals(path))
                    .filter(file -> file.getFileName().toString().startsWith(stem))
                    .filter(file -> !file.toString().endsWith(".gz"))
                    .filter(Files::isRegularFile)
                    .limit(100)
                    .toList();
        }
    }

    private boolean drain() throws IOException {
        FileChannel now = channel;
        return now != null && readFrom(now);
    }

    private boolean readFrom(FileChannel file) throws IOException {
        long waiting = file.size() - position;
        if (waiting > MOST_AT_ONCE) {
            skipped += waiting - KEPT_OF_TOO_MUCH;
            position = file.size() - KEPT_OF_TOO_MUCH;
            splitter.beginInsideLine();
        }
        boolean any = false;
        int read = file.read(ByteBuffer.wrap(buffer), position);
        while (read > 0) {
            any = true;
            position += read;
            splitter.take(buffer, read);
            remember(read);
            read = file.read(ByteBuffer.wrap(buffer), position);
        }
        return any;
    }

    private void remember(int read) {
        int kept = Math.min(read, FINGERPRINT);
        fingerprint = Arrays.copyOfRange(buffer, read - kept, read);
    }

    @Override
    public void close() throws IOException {
        FileChannel open = channel;
        channel = null;
        if (open != null) {
            open.close();
        }
    }
}
