package io.hotlens.skills.target;

import java.util.List;
import java.util.Map;

/// Which diagnostic commands only look, and what each may take. Everything that is not named here
/// is refused: commands that collect garbage, write files, start agents or change flags.
final class CommandRules {

    /// As first argument it allows `GC.class_histogram` to run without `-all`, which forces a full
    /// collection. It is not passed on.
    static final String FORCE_COLLECTION = "force-collection";

    private static final String HISTOGRAM = "GC.class_histogram";
    private static final String NATIVE_MEMORY = "VM.native_memory";

    private static final Map<String, CallKind> LOOKING =
            Map.ofEntries(
                    Map.entry("Thread.print", CallKind.THREAD_PRINT),
                    Map.entry("Thread.vthread_scheduler", CallKind.COMMAND),
                    Map.entry(HISTOGRAM, CallKind.HISTOGRAM),
                    Map.entry("GC.heap_info", CallKind.COMMAND),
                    Map.entry("GC.finalizer_info", CallKind.COMMAND),
                    Map.entry("VM.version", CallKind.COMMAND),
                    Map.entry("VM.uptime", CallKind.COMMAND),
                    Map.entry("VM.flags", CallKind.COMMAND),
                    Map.entry("VM.command_line", CallKind.COMMAND),
                    Map.entry("VM.system_properties", CallKind.COMMAND),
                    Map.entry(NATIVE_MEMORY, CallKind.LONG_COMMAND),
                    Map.entry("VM.metaspace", CallKind.LONG_COMMAND),
                    Map.entry("VM.classloader_stats", CallKind.LONG_COMMAND),
                    Map.entry("VM.classloaders", CallKind.LONG_COMMAND),
                    Map.entry("VM.class_hierarchy", CallKind.LONG_COMMAND),
                    Map.entry("VM.classes", CallKind.LONG_COMMAND),
                    Map.entry("VM.stringtable", CallKind.LONG_COMMAND),
                    Map.entry("VM.symboltable", CallKind.LONG_COMMAND),
                    Map.entry("VM.systemdictionary", CallKind.LONG_COMMAND),
                    Map.entry("VM.events", CallKind.COMMAND),
                    Map.entry("VM.info", CallKind.LONG_COMMAND),
                    Map.entry("VM.dynlibs", CallKind.LONG_COMMAND),
                    Map.entry("Compiler.codecache", CallKind.COMMAND),
                    Map.entry("Compiler.codelist", CallKind.LONG_COMMAND),
                    Map.entry("Compiler.queue", CallKind.COMMAND),
                    Map.entry("Compiler.memory", CallKind.LONG_COMMAND),
                    Map.entry("System.native_heap_info", CallKind.COMMAND),
                    Map.entry("System.map", CallKind.LONG_COMMAND),
                    Map.entry("help", CallKind.COMMAND));

    private CommandRules() {}

    /// Whether the command is one that only looks.
    static boolean allows(String command) {
        return LOOKING.containsKey(command);
    }

    /// How the command counts and how long it may take.
    ///
    /// @throws TargetException.Unsupported when the command or an argument is refused
    static CallKind kindOf(String command, List<String> arguments) {
        CallKind kind = LOOKING.get(command);
        if (kind == null) {
            throw new TargetException.Unsupported(
                    "the command '%s' is refused: Hotlens runs only commands that look, such as %s."
                            .formatted(command, "GC.heap_info"));
        }
        for (String argument : arguments) {
            if (!argument.matches("[-\\w.:=,/$*#]*")) {
                throw new TargetException.Unsupported(
                        "the argument '%s' of %s is refused: it has characters that no option has."
                                .formatted(argument, command));
            }
        }
        if (command.equals(HISTOGRAM) && !looksOnly(arguments)) {
            throw new TargetException.Unsupported(
                    "GC.class_histogram without -all forces a full collection: add -all, or begin"
                            + " with the argument "
                            + FORCE_COLLECTION
                            + ".");
        }
        if (command.equals(NATIVE_MEMORY) && arguments.contains("baseline")) {
            throw new TargetException.Unsupported(
                    "VM.native_memory baseline is refused: it changes what the target remembers.");
        }
        return kind;
    }

    private static boolean looksOnly(List<String> arguments) {
        return arguments.contains("-all")
                || (!arguments.isEmpty() && arguments.getFirst().equals(FORCE_COLLECTION));
    }

    /// The arguments as the target gets them.
    static List<String> passedOn(List<String> arguments) {
        return arguments.stream().filter(one -> !one.equals(FORCE_COLLECTION)).toList();
    }
}
