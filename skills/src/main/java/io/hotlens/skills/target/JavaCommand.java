package io.hotlens.skills.target;

import java.util.List;
import java.util.Optional;
import java.util.Set;

/// What a JVM runs.
///
/// @param main fully qualified main class or the jar's path; empty when unknown
/// @param name main class without package, or the jar's file name, or the program's name
/// @param arguments the program's arguments, untrusted text
record JavaCommand(String main, String name, String arguments) {

    private static final Set<String> WITH_VALUE =
            Set.of(
                    "-cp",
                    "-classpath",
                    "--class-path",
                    "-p",
                    "--module-path",
                    "--upgrade-module-path",
                    "--add-modules",
                    "--add-reads",
                    "--add-exports",
                    "--add-opens",
                    "--limit-modules",
                    "--patch-module",
                    "--enable-native-access",
                    "--source",
                    "-d");

    /// From the JVM's own counters, else from the command line, else the program's name.
    static JavaCommand of(Optional<PerfDataFile> counters, ProcessFiles files) {
        return counters.flatMap(known -> known.text("sun.rt.javaCommand"))
                .filter(line -> !line.isBlank() && !line.equals("Unknown"))
                .map(JavaCommand::ofLine)
                .or(() -> ofWords(files.commandLine()))
                .orElseGet(() -> new JavaCommand("", files.command(), ""));
    }

    /// From the counter `sun.rt.javaCommand`: main class or jar, a space, the arguments.
    static JavaCommand ofLine(String line) {
        int jar = line.indexOf(".jar ");
        int space = jar >= 0 && line.startsWith("/") ? jar + 4 : line.indexOf(' ');
        String first = space < 0 ? line : line.substring(0, space);
        String rest = space < 0 ? "" : line.substring(space + 1);
        return new JavaCommand(first, shortName(first), rest);
    }

    /// From a command line: what follows the launcher's options.
    static Optional<JavaCommand> ofWords(List<String> words) {
        for (int i = 1; i < words.size(); i++) {
            String word = words.get(i);
            if (WITH_VALUE.contains(word)) {
                i++;
            } else if (!word.startsWith("-")) {
                String rest = String.join(" ", words.subList(i + 1, words.size()));
                return Optional.of(new JavaCommand(word, shortName(word), rest));
            }
        }
        return Optional.empty();
    }

    /// `io.x.Main`, `module/io.x.Main` and `/srv/x.jar` as `Main` and `x.jar`.
    private static String shortName(String main) {
        String last = main.substring(main.replace('\\', '/').lastIndexOf('/') + 1);
        boolean file = last.endsWith(".jar") || last.endsWith(".war") || last.endsWith(".java");
        return file ? last : last.substring(last.lastIndexOf('.') + 1);
    }
}
