package io.hotlens.app.store;

import org.sqlite.SQLiteConfig;
import org.sqlite.SQLiteErrorCode;

import java.io.IOException;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Set;
import java.util.concurrent.locks.ReentrantLock;

/// The SQLite file of the history, which other processes may use at the same time; only its owner
/// may read it. Safe from any thread.
final class Database implements AutoCloseable {

    private static final Duration PATIENCE = Duration.ofSeconds(5);
    private static final Set<PosixFilePermission> OWNER_ONLY =
            PosixFilePermissions.fromString("rw-------");
    private static final Set<PosixFilePermission> OWNERS_FOLDER =
            PosixFilePermissions.fromString("rwx------");

    private final Path file;
    private final Connection connection;
    private final ReentrantLock lock = new ReentrantLock();

    /// Work with the database.
    @FunctionalInterface
    interface Work<T> {
        T on(Connection connection) throws SQLException;
    }

    private Database(Path file, Connection connection) {
        this.file = file;
        this.connection = connection;
    }

    /// Opens the file; makes it when there is none.
    ///
    /// @throws StoreException when it cannot be used
    static Database open(Path file, Schema schema) {
        prepare(file);
        var config = new SQLiteConfig();
        config.setBusyTimeout((int) PATIENCE.toMillis());
        config.enforceForeignKeys(true);
        config.setSynchronous(SQLiteConfig.SynchronousMode.NORMAL);
        Connection opened = null;
        boolean usable = false;
        try {
            opened = config.createConnection("jdbc:sqlite:" + file);
            schema.bring(opened, file);
            usable = true;
            return new Database(file, opened);
        } catch (SQLException e) {
            throw new StoreException(file, why(e), e);
        } finally {
            if (!usable && opened != null) {
                closeQuietly(opened);
            }
        }
    }

    private static void prepare(Path file) {
        try {
            Path folder = file.toAbsolutePath().getParent();
            if (folder != null) {
                Files.createDirectories(folder, permitting(OWNERS_FOLDER));
            }
            if (!Files.exists(file)) {
                Files.createFile(file, permitting(OWNER_ONLY));
            }
        } catch (IOException e) {
            throw new StoreException(
                    file, "it cannot be written; see who owns its folder (" + e + ")", e);
        }
    }

    private static FileAttribute<?>[] permitting(Set<PosixFilePermission> permissions) {
        return FileSystems.getDefault().supportedFileAttributeViews().contains("posix")
                ? new FileAttribute<?>[] {PosixFilePermissions.asFileAttribute(permissions)}
                : new FileAttribute<?>[0];
    }

    <T> T read(Work<T> work) {
        lock.lock();
        try {
            return work.on(connection);
        } catch (SQLException e) {
            throw new StoreException(file, why(e), e);
        } finally {
            lock.unlock();
        }
    }

    /// All of the work, or nothing of it.
    <T> T change(Work<T> work) {
        return read(
                open -> {
                    Schema.execute(open, "BEGIN IMMEDIATE");
                    boolean done = false;
                    try {
                        T result = work.on(open);
                        Schema.execute(open, "COMMIT");
                        done = true;
                        return result;
                    } finally {
                        if (!done) {
                            takeBack(open);
                        }
                    }
                });
    }

    /// A full disk makes SQLite take it back by itself.
    private static void takeBack(Connection open) {
        try {
            Schema.execute(open, "ROLLBACK");
        } catch (SQLException _) {
            // Nothing is left to be taken back.
        }
    }

    private static String why(SQLException e) {
        int code = e.getErrorCode() & 0xff;
        return switch (SQLiteErrorCode.getErrorCode(code)) {
            case SQLITE_NOTADB, SQLITE_CORRUPT ->
                    "it is damaged, or no history of Hotlens; move it away and a new one is begun,"
                            + " nothing was changed in it";
            case SQLITE_FULL -> "the disk is full; free some space";
            case SQLITE_READONLY, SQLITE_CANTOPEN, SQLITE_PERM ->
                    "it cannot be written; see who owns the file and its folder";
            case SQLITE_BUSY, SQLITE_LOCKED ->
                    "another program has held it for more than %d s"
                            .formatted(PATIENCE.toSeconds());
            default -> String.valueOf(e.getMessage());
        };
    }

    private static void closeQuietly(Connection connection) {
        try {
            connection.close();
        } catch (SQLException _) {
            // What was written is in the file.
        }
    }

    @Override
    public void close() {
        lock.lock();
        try {
            closeQuietly(connection);
        } finally {
            lock.unlock();
        }
    }
}
