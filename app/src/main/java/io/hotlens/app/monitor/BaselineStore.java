package io.hotlens.app.monitor;

import io.hotlens.skills.data.Data;
import io.hotlens.skills.data.Json;
import io.hotlens.skills.monitor.Baseline;
import io.hotlens.skills.monitor.BaselineData;

import java.io.IOException;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.stream.Collectors;

/// What was learned of each target, a file per target with a line per metric. A file that cannot be
/// read costs the time to learn again, and nothing else.
public final class BaselineStore {

    private static final Logger LOG = System.getLogger(BaselineStore.class.getName());
    private static final String ENDING = ".jsonl";

    private final Path folder;

    public BaselineStore(Path folder) {
        this.folder = folder;
    }

    /// What is known of a target; lines that cannot be read are left out.
    ///
    /// @param target by what it is known again
    public List<Baseline> read(String target) {
        var known = new ArrayList<Baseline>();
        try {
            for (String line : Files.readAllLines(file(target), StandardCharsets.UTF_8)) {
                try {
                    known.add(BaselineData.read((Data.Fields) Json.parse(line)));
                } catch (IllegalArgumentException | ClassCastException e) {
                    LOG.log(Level.DEBUG, () -> "a baseline is left out: " + e.getMessage());
                }
            }
        } catch (NoSuchFileException _) {
            return List.of();
        } catch (IOException e) {
            LOG.log(Level.WARNING, () -> "baselines cannot be read: " + e);
        }
        return known;
    }

    /// Keeps it for the next connection. The old file stays until the new one is complete.
    public void write(String target, List<Baseline> learned) {
        String lines =
                learned.stream()
                        .map(one -> Json.write(BaselineData.write(one)) + "\n")
                        .collect(Collectors.joining());
        Path file = file(target);
        Path fresh = file.resolveSibling(file.getFileName() + "." + UUID.randomUUID());
        try {
            Files.createDirectories(folder);
            Files.writeString(fresh, lines);
            Files.move(fresh, file, StandardCopyOption.REPLACE_EXISTING);
        } catch (IOException e) {
            LOG.log(Level.WARNING, () -> "baselines cannot be kept: " + e);
            discard(fresh);
        }
    }

    private static void discard(Path file) {
        try {
            Files.deleteIfExists(file);
        } catch (IOException _) {
            // It is overwritten by nobody and read by nobody.
        }
    }

    /// A name of its own for each target, whatever characters are in it.
    private Path file(String target) {
        UUID name = UUID.nameUUIDFromBytes(target.getBytes(StandardCharsets.UTF_8));
        return folder.resolve(name + ENDING);
    }
}
