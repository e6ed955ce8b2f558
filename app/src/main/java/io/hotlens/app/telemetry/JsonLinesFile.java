package io.hotlens.app.telemetry;

import io.hotlens.app.access.OutputLimit;
import io.hotlens.skills.data.Json;

import java.io.FileOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.RandomAccessFile;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Arrays;
import java.util.Set;
import java.util.function.Consumer;

/// A file with one JSON object a line, readable by its owner only. At 10 MB it becomes `FILE.1`,
/// the one before `FILE.2`, and the oldest goes. A line above 64 000 characters is cut.
final class JsonLinesFile implements TelemetrySink {

    private static final long MOST_BYTES = 10_000_000;
    private static final OutputLimit LINE = new OutputLimit(64_000);
    private static final int TAIL_BYTES = 400_000;
    private static final byte[] BEGINNING = "{\"name\":\"hotlens.".getBytes(StandardCharsets.UTF_8);
    private static final Set<PosixFilePermission> OWNER_ONLY =
            PosixFilePermissions.fromString("rw-------");

    private final Path file;
    private final long mostBytes;
    private final Consumer<String> troubles;
    private OutputStream out;
    private long bytes;
    private boolean broken;

    private JsonLinesFile(Path file, long mostBytes, Consumer<String> troubles) throws IOException {
        this.file = file;
        this.mostBytes = mostBytes;
        this.troubles = troubles;
        this.out = append(file);
        this.bytes = Files.size(file);
    }

    /// Goes on with the file, or begins it.
    ///
    /// @param troubles told once when writing fails later
    /// @throws IOException when it cannot be written; the message is for the user
    static JsonLinesFile open(Path file, Consumer<String> troubles) throws IOException {
        return open(file, MOST_BYTES, troubles);
    }

    static JsonLinesFile open(Path file, long mostBytes, Consumer<String> troubles)
            throws IOException {
        try {
            if (Files.exists(file) && !Files.isRegularFile(file)) {
                throw new IOException("it is no regular file");
            }
            return new JsonLinesFile(file, mostBytes, troubles);
        } catch (IOException e) {
            throw new IOException(
                    "telemetry cannot be written to '%s' (%s); name a file in a folder that exists and that you may write to"
                            .formatted(file, e),
                    e);
        }
    }

    private static OutputStream append(Path file) throws IOException {
        boolean posix = file.getFileSystem().supportedFileAttributeViews().contains("posix");
        if (!Files.exists(file)) {
            if (posix) {
                Files.createFile(file, PosixFilePermissions.asFileAttribute(OWNER_ONLY));
            } else {
                Files.createFile(file);
            }
        } else if (posix) {
            Files.setPosixFilePermissions(file, OWNER_ONLY);
        }
        mend(file);
        return new FileOutputStream(file.toFile(), true);
    }

    /// Takes away a last line of ours that was only half written; any other one is ended.
    private static void mend(Path file) throws IOException {
        try (var raw = new RandomAccessFile(file.toFile(), "rw")) {
            var tail = new byte[(int) Math.min(TAIL_BYTES, raw.length())];
            raw.seek(raw.length() - tail.length);
            raw.readFully(tail);
            int start = tail.length;
            while (start > 0 && tail[start - 1] != '\n') {
                start--;
            }
            int half = tail.length - start;
            if (half == 0) {
                return;
            }
            int same = Math.min(half, BEGINNING.length);
            if (Arrays.equals(tail, start, start + same, BEGINNING, 0, same)) {
                raw.setLength(raw.length() - half);
            } else {
                raw.seek(raw.length());
                raw.write('\n');
            }
        }
    }

    @Override
    public void accept(TelemetryEvent event) {
        if (broken) {
            return;
        }
        byte[] line = (line(event) + "\n").getBytes(StandardCharsets.UTF_8);
        try {
            if (bytes > 0 && bytes + line.length > mostBytes) {
                rotate();
            }
            out.write(line);
            bytes += line.length;
        } catch (IOException e) {
            broken = true;
            troubles.accept(
                    "Telemetry is no longer written to '%s': %s. Make room or name another file; nothing else is affected."
                            .formatted(file, e));
        }
    }

    private static String line(TelemetryEvent event) {
        String text = Json.write(event.toData());
        return text.length() <= LINE.maxChars() ? text : Json.write(LINE.apply(event.toData()));
    }

    private void rotate() throws IOException {
        out.close();
        Path older = numbered(1);
        if (Files.exists(older)) {
            Files.move(older, numbered(2), StandardCopyOption.REPLACE_EXISTING);
        }
        Files.move(file, older, StandardCopyOption.REPLACE_EXISTING);
        out = append(file);
        bytes = 0;
    }

    private Path numbered(int number) {
        return file.resolveSibling(file.getFileName() + "." + number);
    }

    @Override
    public void close() {
        try {
            out.close();
        } catch (IOException e) {
            troubles.accept("Telemetry in '%s' may lack its end: %s".formatted(file, e));
        }
    }
}
