package io.hotlens.ui.threads;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.hotlens.app.session.Session;
import io.hotlens.app.session.SessionFactory;
import io.hotlens.skills.demo.Demo;
import io.hotlens.skills.patient.Jdk;
import io.hotlens.skills.patient.Patient;
import io.hotlens.skills.target.JvmAddress;
import io.hotlens.ui.fx.Tasks;
import io.hotlens.ui.model.TargetModel;
import io.hotlens.ui.support.FakeSkill;
import io.hotlens.ui.threads.FlameTree.Frame;
import io.hotlens.ui.threads.LockGraph.Holder;
import io.hotlens.ui.threads.LockGraph.Knot;

import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/// What the screen of threads is told by real targets.
@Tag("patient")
@Execution(ExecutionMode.CONCURRENT)
class ThreadsLiveTest {

    private static ThreadsViewModel model(Session session) {
        return new ThreadsViewModel(
                new TargetModel(session.target(), FakeSkill.usual(), session.state()),
                new Tasks(Runnable::run, Runnable::run),
                code -> session.lua(Optional.empty(), code),
                InstantSource.system());
    }

    private static Session connect(Patient patient) {
        return new SessionFactory().open(new JvmAddress.LocalProcess(patient.pid()));
    }

    @ParameterizedTest
    @MethodSource("io.hotlens.skills.patient.Jdk#supported")
    void aDeadlockIsDrawnAndItsThreadsAreFound(Jdk jdk) {
        try (Patient patient = Patient.start(Demo.DEADLOCK, jdk);
                Session session = connect(patient)) {
            ThreadsViewModel model = model(session);
            model.choose(ThreadLook.LOCKS);
            Knot ring =
                    LockGraph.of(model.answer(ThreadLook.LOCKS).get().data()).knots().getFirst();
            assertTrue(ring.deadlock());
            assertEquals(
                    Set.of("order-writer", "stock-writer"),
                    ring.threads().stream().map(Holder::thread).collect(Collectors.toSet()));
            assertEquals(
                    Set.of("OrderLock", "StockLock"),
                    ring.waits().stream()
                            .map(wait -> wait.lock().replaceAll(".*[.$]", ""))
                            .collect(Collectors.toSet()));
            model.find("order-writer");
            assertEquals(1, model.rows().size(), () -> model.rows().toString());
            assertTrue(
                    ThreadWords.details(model.rows().getFirst()).contains("DeadlockDemo"),
                    () -> ThreadWords.details(model.rows().getFirst()));
            for (ThreadLook look : List.of(ThreadLook.CPU, ThreadLook.GROUPS)) {
                model.choose(look);
                assertEquals("", model.answer(look).get().problem());
            }
        }
    }

    @ParameterizedTest
    @MethodSource("io.hotlens.skills.patient.Jdk#supported")
    void aHotLoopIsTheWidestFrame(Jdk jdk) {
        try (Patient patient = Patient.start(Demo.CPU_LOOP, jdk);
                Session session = connect(patient)) {
            ThreadsViewModel model = model(session);
            model.choose(ThreadLook.FLAME_CPU);
            model.ask();
            ThreadAnswer answer = model.answer(ThreadLook.FLAME_CPU).get();
            assertEquals("", answer.problem());
            Frame root = FlameTree.of(answer.data().items("items"), "all");
            assertTrue(
                    Frames.below(root)
                            .anyMatch(
                                    frame ->
                                            frame.name().contains("CpuLoopDemo")
                                                    && frame.weight() > root.weight() * 0.6),
                    () -> answer.data().toString());
        }
    }
}
