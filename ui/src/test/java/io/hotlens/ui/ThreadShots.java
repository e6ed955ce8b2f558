package io.hotlens.ui;

import io.hotlens.ui.shell.ScreenId;
import io.hotlens.ui.support.ScriptedSession;
import io.hotlens.ui.support.ThreadSamples;

import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.control.Button;
import javafx.scene.control.ToggleButton;

import java.util.ArrayList;
import java.util.List;

/// The screen of threads, one picture of each look.
final class ThreadShots {

    private ThreadShots() {}

    static List<Screenshots.Step> of(
            ScriptedSession session, Scene scene, String suffix, Wiring wiring) {
        session.answer("threads_dump", ThreadSamples.dump());
        session.answer("jvm_top_threads", ThreadSamples.busiest());
        session.answer("threads_deadlocks", ThreadSamples.locks());
        session.answer("profiler_flame", ThreadSamples.flame(false));
        var steps = new ArrayList<Screenshots.Step>();
        steps.add(
                new Screenshots.Step(
                        "threads-stacks" + suffix, () -> wiring.shell().show(ScreenId.THREADS)));
        steps.add(new Screenshots.Step("threads-busiest" + suffix, () -> choose(scene, "cpu")));
        steps.add(new Screenshots.Step("threads-locks" + suffix, () -> choose(scene, "locks")));
        steps.add(new Screenshots.Step("threads-virtual" + suffix, () -> choose(scene, "virtual")));
        steps.add(
                new Screenshots.Step(
                        "threads-flame" + suffix,
                        () -> {
                            choose(scene, "flame_cpu");
                            Node ask = scene.lookup("#threads-ask");
                            if (ask instanceof Button button) {
                                button.fire();
                            }
                        }));
        return steps;
    }

    private static void choose(Scene scene, String look) {
        if (scene.lookup("#look-" + look) instanceof ToggleButton button) {
            button.fire();
        }
    }
}
