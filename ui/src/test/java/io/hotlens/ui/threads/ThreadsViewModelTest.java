package io.hotlens.ui.threads;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.hotlens.app.sandbox.LuaOutcome;
import io.hotlens.skills.data.Data;
import io.hotlens.skills.target.ConnectionState;
import io.hotlens.ui.fx.Tasks;
import io.hotlens.ui.model.TargetModel;
import io.hotlens.ui.support.FakeSkill;
import io.hotlens.ui.support.Inline;
import io.hotlens.ui.support.Samples;
import io.hotlens.ui.support.ThreadSamples;

import org.junit.jupiter.api.Test;

import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;

class ThreadsViewModelTest {

    private final List<String> asked = new ArrayList<>();
    private LuaOutcome answer = Samples.returned(ThreadSamples.dump());

    private ThreadsViewModel model(Tasks tasks) {
        return new ThreadsViewModel(
                new TargetModel(
                        Samples.target(),
                        FakeSkill.usual(),
                        new ConnectionState.Connected(Samples.NOON)),
                tasks,
                code -> {
                    asked.add(code);
                    return answer;
                },
                InstantSource.fixed(Samples.NOON));
    }

    @Test
    void aCheapLookAsksAtOnceAndOnlyOnce() {
        ThreadsViewModel model = model(Inline.tasks());
        model.choose(ThreadLook.STACKS);
        model.choose(ThreadLook.STACKS);
        assertEquals(List.of("return threads_dump(50)"), asked);
        assertEquals(3, model.rows().size());
        assertEquals(Samples.NOON, model.answer(ThreadLook.STACKS).get().at());
    }

    @Test
    void aCostlyLookWaitsToBeAskedFor() {
        ThreadsViewModel model = model(Inline.tasks());
        model.choose(ThreadLook.VIRTUAL);
        assertEquals(List.of(), asked);
        model.ask();
        assertEquals(List.of("return threads_virtual(50)"), asked);
    }

    @Test
    void theFilterFindsNamesStatesAndFrames() {
        ThreadsViewModel model = model(Inline.tasks());
        model.find("STOCK-writer");
        assertEquals(1, model.rows().size());
        model.filter().set("taskqueue.take");
        assertEquals(64, model.rows().getFirst().number("count").orElse(0.0));
        model.filter().set("nobody");
        assertEquals(List.of(), model.rows());
    }

    @Test
    void aFailureIsToldAndTheLastAnswerStays() {
        ThreadsViewModel model = model(Inline.tasks());
        model.choose(ThreadLook.STACKS);
        answer =
                new LuaOutcome.Failure(
                        "the target does not answer", 1, List.of(), List.of(), Duration.ZERO);
        model.ask();
        ThreadAnswer now = model.answer(ThreadLook.STACKS).get();
        assertEquals("the target does not answer", now.problem());
        assertFalse(now.asking());
        assertEquals(3, model.rows().size());
    }

    @Test
    void anAnswerThatIsNoTableIsToldPlainly() {
        ThreadsViewModel model = model(Inline.tasks());
        answer = Samples.returned(Data.of(3));
        model.choose(ThreadLook.CPU);
        assertTrue(model.answer(ThreadLook.CPU).get().problem().contains("Num"));
    }

    @Test
    void whoStopsWaitsNoLonger() {
        var held = new Inline.Held();
        ThreadsViewModel model = model(held.tasks());
        model.choose(ThreadLook.STACKS);
        assertTrue(model.answer(ThreadLook.STACKS).get().asking());
        model.stop();
        assertFalse(model.answer(ThreadLook.STACKS).get().asking());
        held.release();
        assertFalse(model.answer(ThreadLook.STACKS).get().isKnown());
    }

    @Test
    void aProfileIsAskedForUntilItsSamplesAreTaken() {
        var partial = new ArrayList<Boolean>();
        ThreadsViewModel model =
                new ThreadsViewModel(
                        new TargetModel(
                                Samples.target(),
                                FakeSkill.usual(),
                                new ConnectionState.Connected(Samples.NOON)),
                        Inline.tasks(),
                        code -> {
                            asked.add(code);
                            return Samples.returned(ThreadSamples.flame(asked.size() < 2));
                        },
                        InstantSource.fixed(Samples.NOON));
        model.answer(ThreadLook.FLAME_CPU).subscribe(one -> partial.add(one.asking()));
        model.choose(ThreadLook.FLAME_CPU);
        model.ask();
        assertEquals(2, asked.size());
        assertEquals(List.of(false, true, true, false), partial);
    }
}
