package io.hotlens.skills.target;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/// A folder for what the target recorded, readable by its owner alone. It is gone when it is
/// closed, and with the process at the latest, which may end before its streams did; only one that
/// is killed outright (SIGKILL) leaves it.
public final class TemporaryFolder implements AutoCloseable {

    private static final Set<TemporaryFolder> OPEN = ConcurrentHashMap.newKeySet();

    /// Whoever fills it may be at work while it is emptied.
    private static final int TRIES = 3;

    static {
        emptyWithTheProcess();
    }

    private final Path path;

    private TemporaryFolder(Path path) {
        this.path = path;
    }

    /// @param name begins the folder's own name
    /// @throws IOException when the folder for temporary files takes none
    public static TemporaryFolder create(String name) throws IOException {
        var folder = new TemporaryFolder(Files.createTempDirectory(name));
        OPEN.add(folder);
        return folder;
    }

    private static void emptyWithTheProcess() {
        try {
            Runtime.getRuntime()
                    .addShutdownHook(
                            Thread.ofPlatform()
                                    .name("hotlens-temporary-files")
                                    .unstarted(() -> OPEN.forEach(TemporaryFolder::close)));
        } catch (IllegalStateException _) {
            // The process ends already; what is made now is closed by its maker.
        }
    }

    public Path path() {
        return path;
    }

    /// Deletes the folder with all files in it; never fails.
    @Override
    public void close() {
        OPEN.remove(this);
        for (int i = 0; i < TRIES && Files.exists(path); i++) {
            try {
                deleteFiles();
                Files.deleteIfExists(path);
            } catch (IOException _) {
                // Tried again, and in vain where the file system lets nobody delete.
            }
        }
    }

    private void deleteFiles() throws IOException {
        try (var files = Files.list(path)) {
            for (Path file : files.toList()) {
                Files.deleteIfExists(file);
            }
        }
    }
}
