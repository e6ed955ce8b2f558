package io.hotlens.skills.patient;

import io.hotlens.skills.demo.Demo;
import io.hotlens.skills.demo.Illness;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/// A demo running in a child JVM with a folder for temporary files of its own, since nothing cleans
/// up in a killed one; ends with the test that started it.
public final class Patient implements AutoCloseable {

    private final Process process;
    private final Path temporary;

    private Patient(Process process, Path temporary) {
        this.process = process;
        this.temporary = temporary;
    }

    /// Starts a demo and returns when its illness has begun.
    ///
    /// A short life is mostly compiling: only what is about loops needs the compiler that leaves
    /// their safepoints out.
    public static Patient start(Illness demo, Jdk jdk, String... moreOptions) {
        var options = new ArrayList<String>();
        if (!demo.type().equals("safepoint_stall") && demo != Demo.LONG_LOOPS) {
            options.add("-XX:TieredStopAtLevel=1");
        }
        options.addAll(demo.options());
        options.addAll(List.of(moreOptions));
        return start(demo.main(), jdk, options);
    }

    /// Starts any main class of the patients and returns when it says that it is ready.
    public static Patient start(Class<?> main, Jdk jdk, List<String> options) {
        return start(main, jdk, options, List.of(), Map.of());
    }

    /// Starts a main class with arguments and more variables in its environment.
    public static Patient start(
            Class<?> main,
            Jdk jdk,
            List<String> options,
            List<String> arguments,
            Map<String, String> environment) {
        String classes = DemoClasses.classPath(main, jdk);
        var command = new ArrayList<>(List.of(jdk.java()));
        try {
            Path temporary = Files.createTempDirectory("hotlens-patient");
            command.add("-Djava.io.tmpdir=" + temporary);
            command.addAll(options);
            command.addAll(List.of("-cp", classes, main.getName()));
            command.addAll(arguments);
            var builder = new ProcessBuilder(command).redirectErrorStream(true);
            builder.environment().putAll(environment);
            Process process = builder.start();
            var patient = new Patient(process, temporary);
            patient.awaitReady();
            return patient;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void awaitReady() throws IOException {
        var reader = new BufferedReader(process.inputReader(StandardCharsets.UTF_8));
        String line = reader.readLine();
        var printed = new StringBuilder();
        while (line != null && !line.equals("ready")) {
            printed.append(line).append('\n');
            line = reader.readLine();
        }
        if (line == null) {
            throw new IllegalStateException("the patient ended before it was ready: " + printed);
        }
        Thread.ofVirtual()
                .name("patient-output-" + process.pid())
                .start(() -> reader.lines().forEach(_ -> {}));
    }

    public long pid() {
        return process.pid();
    }

    public boolean isAlive() {
        return process.isAlive();
    }

    /// Stops the process in its tracks, as a debugger or a swap storm would; returns when every
    /// thread stands.
    public void freeze() {
        signal("STOP");
        Eventually.within(Duration.ofSeconds(2), "every thread stands", this::stands);
    }

    private boolean stands() {
        Path tasks = Path.of("/proc", Long.toString(pid()), "task");
        if (!Files.isDirectory(tasks)) {
            return true;
        }
        try (Stream<Path> threads = Files.list(tasks)) {
            return threads.allMatch(Patient::stopped);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static boolean stopped(Path thread) {
        try {
            String stat = Files.readString(thread.resolve("stat"));
            return stat.startsWith("T", stat.lastIndexOf(')') + 2);
        } catch (IOException _) {
            return true;
        }
    }

    public void thaw() {
        signal("CONT");
    }

    private void signal(String name) {
        try {
            int status =
                    new ProcessBuilder("kill", "-" + name, Long.toString(pid())).start().waitFor();
            if (status != 0) {
                throw new IllegalStateException("kill -" + name + " ended with " + status);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /// Kills the process and waits until it is gone.
    @Override
    public void close() {
        process.destroyForcibly();
        try {
            if (!process.waitFor(10, TimeUnit.SECONDS)) {
                throw new IllegalStateException("the patient " + pid() + " does not end");
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        deleteTemporaryFiles();
    }

    private void deleteTemporaryFiles() {
        try (Stream<Path> all = Files.walk(temporary)) {
            for (Path one : all.sorted(Comparator.reverseOrder()).toList()) {
                Files.deleteIfExists(one);
            }
        } catch (IOException | UncheckedIOException e) {
            System.err.println("left behind by a patient: " + e.getMessage());
        }
    }
}
