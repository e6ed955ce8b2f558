package io.hotlens.skills.builtin.logger;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.zip.GZIPInputStream;

/// One log file that is followed, from bytes to the [LogBook]. Used by one thread at a time.
final class FollowedLog implements AutoCloseable {

    private static final int BATCH = 5_000;
    private static final long MOST_UNPACKED = 64L << 20;
    private static final int CHUNK = 64 * 1024;

    private final String name;
    private final Path path;
    private final LogBook book;
    private final InstantSource clock;
    private final LogParser parser;
    private final LogFollower follower;
    private final List<LogEntry> batch = new ArrayList<>();
    private boolean counting;
    private boolean packedDone;
    private long lines;
    private Optional<String> trouble = Optional.empty();

    /// @param name the path as the target or the user writes it
    /// @param path where it is reached from here
    FollowedLog(String name, Path path, LogBook book, InstantSource clock) {
        this.name = name;
        this.path = path;
        this.book = book;
        this.clock = clock;
        this.parser = new LogParser(name, this::add);
        this.follower = new LogFollower(path, this::line);
    }

    private void line(String line) {
        lines++;
        parser.take(line, clock.instant());
    }

    private void add(LogEntry one) {
        batch.add(one);
        if (batch.size() >= BATCH) {
            handOn();
        }
    }

    private void handOn() {
        book.take(List.copyOf(batch), counting);
        batch.clear();
    }

    /// Reads on. What was written before the first call is held, but not counted: nobody knows when
    /// it was.
    void poll() {
        try {
            boolean any = isPacked() ? unpackOnce() : follower.poll();
            if (!any || !counting) {
                parser.flush(clock.instant());
            }
            trouble = Optional.empty();
        } catch (IOException e) {
            trouble = Optional.of("cannot be read now (%s)".formatted(reason(e)));
        }
        handOn();
        counting = true;
    }

    private static String reason(IOException e) {
        return switch (e) {
            case java.nio.file.NoSuchFileException _ -> "it does not exist";
            case java.nio.file.AccessDeniedException _ -> "Hotlens may not read it";
            default -> e.getClass().getSimpleName();
        };
    }

    private boolean isPacked() {
        return name.endsWith(".gz");
    }

    private boolean unpackOnce() throws IOException {
        if (packedDone) {
            return false;
        }
        packedDone = true;
        var splitter = new LineSplitter(this::line);
        byte[] buffer = new byte[CHUNK];
        try (InputStream in =
                new GZIPInputStream(new BufferedInputStream(Files.newInputStream(path)))) {
            long left = MOST_UNPACKED;
            int read = in.read(buffer);
            while (read >= 0 && left > 0) {
                splitter.take(buffer, read);
                left -= read;
                read = in.read(buffer);
            }
        }
        splitter.finish();
        return true;
    }

    String name() {
        return name;
    }

    long lines() {
        return lines;
    }

    long skippedBytes() {
        return follower.skippedBytes();
    }

    /// Why it cannot be read now; empty when it can.
    Optional<String> trouble() {
        return trouble;
    }

    @Override
    public void close() {
        try {
            follower.close();
        } catch (IOException _) {
            // It was only read.
        }
    }
}
