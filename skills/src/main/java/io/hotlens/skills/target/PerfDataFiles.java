package io.hotlens.skills.target;

import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/// Where the JVMs of this host keep their performance data: `hsperfdata_USER/PID` in the folder for
/// temporary files. That folder is always `/tmp` on Linux, whatever `java.io.tmpdir` says.
final class PerfDataFiles {

    private PerfDataFiles() {}

    private static Path temporary(Path root) {
        return ProcessFiles.supported()
                ? root.resolve("tmp")
                : Path.of(System.getProperty("java.io.tmpdir"));
    }

    /// The file of `pid`. A process in a container keeps it in its own `/tmp`, under the id that it
    /// has in there.
    static Optional<Path> find(long pid) {
        if (!ProcessFiles.supported()) {
            return search(temporary(Path.of("/")), pid);
        }
        var process = new ProcessFiles(pid);
        Optional<Path> inside = search(temporary(process.root()), process.innermostPid());
        return inside.isPresent() || process.contained()
                ? inside
                : search(temporary(Path.of("/")), pid);
    }

    /// Every file in this host's own folder, by process id; files of ended processes included.
    static Map<Long, Path> onHost() {
        var files = new TreeMap<Long, Path>();
        try (DirectoryStream<Path> users =
                Files.newDirectoryStream(temporary(Path.of("/")), "hsperfdata_*")) {
            for (Path user : users) {
                collect(user, files);
            }
        } catch (IOException _) {
            return files;
        }
        return files;
    }

    private static void collect(Path user, Map<Long, Path> files) {
        try (DirectoryStream<Path> all = Files.newDirectoryStream(user, "[0-9]*")) {
            for (Path file : all) {
                String name = file.getFileName().toString();
                if (name.matches("\\d{1,18}")) {
                    files.put(Long.valueOf(name), file);
                }
            }
        } catch (IOException _) {
            // A folder of another user that cannot be listed holds nothing we may read.
        }
    }

    private static Optional<Path> search(Path temporary, long pid) {
        try (DirectoryStream<Path> users = Files.newDirectoryStream(temporary, "hsperfdata_*")) {
            for (Path user : users) {
                Path file = user.resolve(Long.toString(pid));
                if (Files.exists(file)) {
                    return Optional.of(file);
                }
            }
        } catch (IOException _) {
            return Optional.empty();
        }
        return Optional.empty();
    }
}
