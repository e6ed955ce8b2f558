package io.hotlens.ui;

import io.hotlens.app.session.SessionFactory;
import io.hotlens.skills.demo.Demo;
import io.hotlens.skills.patient.Jdk;
import io.hotlens.skills.patient.Patient;
import io.hotlens.skills.target.JvmAddress;
import io.hotlens.ui.connect.Engine;
import io.hotlens.ui.shell.ScreenId;
import io.hotlens.ui.support.ScriptedSettings;
import io.hotlens.ui.theme.Fonts;

import javafx.stage.Stage;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.locks.LockSupport;

/// Twenty idle targets open in the window, their screens made, one on show: our processor time and
/// memory as ratios to their limits. Five processes stand for twenty, each with four connections.
@Tag("bench")
@ExtendWith(ApplicationExtension.class)
@SuppressWarnings("NullAway.Init") // the extension calls start before every test
final class ManyTargetsBench {

    private static final int PROCESSES = 5;
    private static final int EACH = 4;
    private static final Duration SETTLED = Duration.ofSeconds(90);
    private static final Duration WATCHED = Duration.ofSeconds(60);
    private static final double LIMIT_PCT = 15;
    private static final double LIMIT_MB = 400;

    @TempDir Path folder;

    private final List<Patient> patients = new ArrayList<>();
    private Stage window;
    private Wiring wiring;

    @Start
    void start(Stage keepsEvents) {
        window = new Stage(); // of the one that is given, all events are kept with their nodes
        Fonts.load();
        var settings = new ScriptedSettings(folder);
        wiring =
                new Wiring(
                        window,
                        new Engine(() -> List.of(), address -> new SessionFactory().open(address)),
                        new Wiring.Kept(
                                settings.engine(),
                                folder.resolve("recent.json"),
                                settings.history()),
                        InstantSource.system());
        window.setScene(wiring.scene());
        window.setWidth(1280);
        window.setHeight(800);
        window.show();
    }

    @AfterEach
    void close(FxRobot robot) {
        robot.interact(
                () -> {
                    wiring.close();
                    window.hide();
                });
        patients.forEach(Patient::close);
    }

    @Test
    void twentyTargets(FxRobot robot) throws IOException {
        for (int i = 0; i < PROCESSES; i++) {
            patients.add(Patient.start(Demo.IDLE, Jdk.supported().getLast()));
        }
        for (Patient patient : patients) {
            for (int i = 0; i < EACH; i++) {
                var session = new SessionFactory().open(new JvmAddress.LocalProcess(patient.pid()));
                robot.interact(() -> wiring.shell().open(session));
                robot.interact(() -> wiring.shell().show(ScreenId.METRICS));
                robot.interact(() -> wiring.shell().show(ScreenId.OVERVIEW));
            }
        }
        pass(SETTLED);
        Duration before = cpu();
        long begin = System.nanoTime();
        pass(WATCHED);
        double pct = cpu().minus(before).toNanos() * 100.0 / (System.nanoTime() - begin);
        double resident = residentMb();
        System.gc();
        Runtime runtime = Runtime.getRuntime();
        System.out.printf(
                "%d targets open: %.1f %% of a core; ratio to the limit of %.0f %%: %.2f;"
                        + " %.0f MB resident; ratio to the limit of %.0f MB: %.2f; of these %.0f MB"
                        + " held%n",
                wiring.shell().targets().size(),
                pct,
                LIMIT_PCT,
                pct / LIMIT_PCT,
                resident,
                LIMIT_MB,
                resident / LIMIT_MB,
                (runtime.totalMemory() - runtime.freeMemory()) / 1048576.0);
    }

    private static Duration cpu() {
        return ProcessHandle.current().info().totalCpuDuration().orElseThrow();
    }

    private static double residentMb() throws IOException {
        return Files.readAllLines(Path.of("/proc/self/status")).stream()
                        .filter(line -> line.startsWith("VmRSS:"))
                        .mapToLong(line -> Long.parseLong(line.replaceAll("\\D", "")))
                        .sum()
                / 1024.0;
    }

    private static void pass(Duration time) {
        long until = System.nanoTime() + time.toNanos();
        for (long left = until - System.nanoTime(); left > 0; left = until - System.nanoTime()) {
            LockSupport.parkNanos(left);
        }
    }
}
