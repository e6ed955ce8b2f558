package io.hotlens.skills.target;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.util.HexFormat;
import java.util.List;

/// The file in which a target on this host leaves its JSON thread dump for us.
///
/// @param inTarget the folder as the target names it
/// @param fromHere the same folder as we see it
record ThreadFiles(Path inTarget, Path fromHere) {

    private static final SecureRandom RANDOM = new SecureRandom();

    /// Of process `pid`: its folder for temporary files.
    static ThreadFiles of(long pid) {
        if (ProcessFiles.supported()) {
            return new ThreadFiles(Path.of("/tmp"), new ProcessFiles(pid).root().resolve("tmp"));
        }
        Path temporary = Path.of(System.getProperty("java.io.tmpdir"));
        return new ThreadFiles(temporary, temporary);
    }

    /// Lets the target write its threads into a new file, reads that and deletes it.
    List<ThreadContainer> containers(CommandLine commands) {
        byte[] random = new byte[16];
        RANDOM.nextBytes(random);
        String name = "hotlens-threads-" + HexFormat.of().formatHex(random) + ".json";
        Path file = fromHere.resolve(name);
        try {
            String answer =
                    commands.send(
                            CallKind.THREAD_JSON,
                            "Thread.dump_to_file",
                            "-format=json",
                            inTarget.resolve(name).toString());
            return read(file, answer);
        } finally {
            delete(file);
        }
    }

    private static List<ThreadContainer> read(Path file, String answer) {
        if (!Files.isReadable(file)) {
            throw new TargetException.Unsupported(
                    "the target wrote no thread dump: " + answer.strip() + ".");
        }
        try (InputStream text = Files.newInputStream(file)) {
            return ThreadJson.read(text);
        } catch (IOException e) {
            throw new TargetException.Unsupported(
                    "the target's JSON thread dump cannot be read: " + e.getMessage() + ".", e);
        }
    }

    private static void delete(Path file) {
        try {
            Files.deleteIfExists(file);
        } catch (IOException _) {
            // A file that the target still writes is removed by nobody else; its name is unique.
        }
    }
}
