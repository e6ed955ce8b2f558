import com.google.googlejavaformat.java.Main;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/// Checks (`--check`) or rewrites (`--replace`) every source of the project in google-java-format's AOSP style.
final class Format {
    public static void main(String[] args) throws Exception {
        boolean check = args[0].equals("--check");
        List<String> files = new ArrayList<>();
        for (String module : List.of("skills", "app", "ui")) {
            collect(Path.of(args[1], module, "src"), files);
        }
        List<String> options = new ArrayList<>(List.of("--aosp"));
        options.addAll(check ? List.of("--dry-run", "--set-exit-if-changed") : List.of("--replace"));
        options.addAll(files);
        var out = new PrintWriter(System.out, true);
        int status = 0;
        // The formatter moves some long lines again on its second pass.
        for (int pass = 0; pass < (check ? 1 : 2); pass++) {
            status = new Main(out, new PrintWriter(System.err, true), System.in).format(options.toArray(String[]::new));
        }
        if (status != 0 && check) {
            System.err.println("The files named above are not formatted: run `mvn -Pformat validate`.");
        }
        System.exit(status);
    }

    private static void collect(Path folder, List<String> files) throws IOException {
        if (!Files.isDirectory(folder)) {
            return;
        }
        try (Stream<Path> tree = Files.walk(folder)) {
            tree.map(Path::toString).filter(name -> name.endsWith(".java")).sorted().forEach(files::add);
        }
    }
}
