package io.hotlens.skills.target;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// What can be seen of a process from outside before it is attached to. A process that fails here
/// is never signalled: SIGQUIT kills a program that is no JVM, and a stopped one would let us wait.
final class AttachChecks {

    private static final String CAPABILITIES = "sun.rt.jvmCapabilities";
    private static final String DISABLED = "-XX:+DisableAttachMechanism";

    private final long pid;
    private final ProcessFiles files;
    private final List<Check> checks = new ArrayList<>();

    private AttachChecks(long pid) {
        this.pid = pid;
        this.files = new ProcessFiles(pid);
    }

    /// Looks at `pid`; ends with the first check that is not ok.
    static List<Check> of(long pid) {
        var run = new AttachChecks(pid);
        List<java.util.function.Supplier<Check>> steps =
                ProcessFiles.supported()
                        ? List.of(
                                run::process,
                                run::state,
                                run::user,
                                run::jvm,
                                run::attach,
                                run::signal)
                        : List.of(run::process, run::attach);
        for (var step : steps) {
            Check check = step.get();
            run.checks.add(check);
            if (!check.ok()) {
                break;
            }
        }
        return List.copyOf(run.checks);
    }

    /// The sentence that says why `pid` cannot be attached to; empty when it can.
    static Optional<Check> firstBad(List<Check> checks) {
        return checks.stream().filter(check -> !check.ok()).findFirst();
    }

    /// The exception that belongs to a failed check.
    static TargetException failure(Check bad) {
        return switch (bad.name()) {
            case "user" -> new TargetException.Denied(bad.sentence());
            case "attach" -> new TargetException.Unsupported(bad.sentence());
            default -> new TargetException.Unreachable(bad.sentence());
        };
    }

    private Check process() {
        boolean there =
                ProcessFiles.supported() ? files.exists() : ProcessHandle.of(pid).isPresent();
        return there
                ? Check.good("process", "process " + pid + " exists")
                : Check.bad(
                        "process",
                        "no process has the id " + pid,
                        "it may have ended; choose one from the list of running JVMs");
    }

    private Check state() {
        return switch (files.state()) {
            case 'Z', 'X' ->
                    Check.bad(
                            "state",
                            "process " + pid + " has ended and only waits for its parent (zombie)",
                            "choose another process");
            case 'T', 't' ->
                    Check.bad(
                            "state",
                            "process " + pid + " is stopped (by SIGSTOP or a debugger)",
                            "let it go on with `kill -CONT " + pid + "`");
            default -> Check.good("state", "it runs");
        };
    }

    private Check user() {
        long ours = new ProcessFiles(ProcessHandle.current().pid()).uid();
        long theirs = files.uid();
        String name = ownerName();
        if (ours == 0 || ours == theirs) {
            return Check.good("user", "it belongs to " + name + ", which we may attach to");
        }
        return Check.bad(
                "user",
                "process %d belongs to the user %s and Hotlens runs as %s"
                        .formatted(pid, name, System.getProperty("user.name")),
                theirs == 0
                        ? "run Hotlens as root (sudo)"
                        : "run Hotlens as " + name + " (sudo -u " + name + ") or as root");
    }

    private String ownerName() {
        return ProcessHandle.of(pid)
                .flatMap(handle -> handle.info().user())
                .orElse("uid " + files.uid());
    }

    private Check jvm() {
        Optional<Boolean> libjvm = files.hasLibjvm();
        boolean known = libjvm.isPresent();
        if (libjvm.orElse(false) || (!known && PerfDataFile.of(pid).isPresent())) {
            return Check.good("jvm", "it is a HotSpot JVM");
        }
        return Check.bad(
                "jvm",
                "process %d (%s) is not a HotSpot JVM".formatted(pid, files.command()),
                "choose one from the list of running JVMs");
    }

    private Check attach() {
        boolean off =
                PerfDataFile.of(pid)
                        .flatMap(counters -> counters.text(CAPABILITIES))
                        .map(flags -> flags.startsWith("0"))
                        .orElseGet(() -> files.commandLine().contains(DISABLED));
        return off
                ? Check.bad(
                        "attach",
                        "process " + pid + " was started with " + DISABLED,
                        "start it without that option, or connect by JMX")
                : Check.good("attach", "it allows attaching");
    }

    private Check signal() {
        if (new AttachSocket(pid).exists()) {
            return Check.good("signal", "its attach socket is open already");
        }
        return files.catchesQuit()
                ? Check.good("signal", "it handles SIGQUIT, the signal that asks for attaching")
                : Check.bad(
                        "signal",
                        "process " + pid + " does not handle SIGQUIT yet",
                        "it may be starting: try again in a few seconds; a JVM that never handles"
                                + " it can be reached by JMX only");
    }
}
