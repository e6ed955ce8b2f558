package io.hotlens.ui.threads;

import io.hotlens.app.sandbox.LuaOutcome;
import io.hotlens.skills.data.Data;
import io.hotlens.ui.fx.Tasks;
import io.hotlens.ui.model.TargetModel;
import io.hotlens.ui.model.Vitals;
import io.hotlens.ui.text.Messages;

import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleObjectProperty;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;

import java.time.Duration;
import java.time.InstantSource;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;

/// Asks a target about its threads and keeps the last answer of each look. Belongs to the JavaFX
/// thread.
public final class ThreadsViewModel {

    private static final Duration BETWEEN_SAMPLES = Duration.ofSeconds(1);

    private final TargetModel model;
    private final Tasks tasks;
    private final Function<String, LuaOutcome> scripts;
    private final InstantSource clock;
    private final ObjectProperty<ThreadLook> look = new SimpleObjectProperty<>(ThreadLook.STACKS);
    private final StringProperty filter = new SimpleStringProperty("");
    private final Map<ThreadLook, ReadOnlyObjectWrapper<ThreadAnswer>> answers =
            new EnumMap<>(ThreadLook.class);
    private final Map<ThreadLook, Runnable> running = new EnumMap<>(ThreadLook.class);

    /// @param scripts runs Lua on the target; blocks
    public ThreadsViewModel(
            TargetModel model,
            Tasks tasks,
            Function<String, LuaOutcome> scripts,
            InstantSource clock) {
        this.model = model;
        this.tasks = tasks;
        this.scripts = scripts;
        this.clock = clock;
        for (ThreadLook each : ThreadLook.values()) {
            answers.put(each, new ReadOnlyObjectWrapper<>(ThreadAnswer.NONE));
        }
    }

    ReadOnlyObjectProperty<Vitals> vitals() {
        return model.vitals();
    }

    /// What is shown.
    ReadOnlyObjectProperty<ThreadLook> look() {
        return look;
    }

    /// Only rows and frames with this text are shown.
    StringProperty filter() {
        return filter;
    }

    ReadOnlyObjectProperty<ThreadAnswer> answer(ThreadLook of) {
        return wrapper(of).getReadOnlyProperty();
    }

    private ReadOnlyObjectWrapper<ThreadAnswer> wrapper(ThreadLook of) {
        return Objects.requireNonNull(answers.get(of));
    }

    /// Shows a look; what costs little is asked for at once.
    void choose(ThreadLook next) {
        look.set(next);
        if (!next.onDemand() && !wrapper(next).get().isKnown()) {
            ask();
        }
    }

    /// Shows where the thread of this name stands.
    void find(String thread) {
        filter.set(thread);
        choose(ThreadLook.STACKS);
    }

    /// Asks the target for what is shown; once more when it was asked already.
    void ask() {
        ThreadLook asked = look.get();
        ReadOnlyObjectWrapper<ThreadAnswer> answer = wrapper(asked);
        if (answer.get().asking()) {
            return;
        }
        answer.set(answer.get().askedAgain());
        running.put(
                asked,
                tasks.start(
                        () -> answered(asked),
                        outcome -> take(asked, outcome, false),
                        problem -> answer.set(answer.get().failed(problem.sentence()))));
    }

    /// Waits no longer for what is shown; what is known of it stays.
    void stop() {
        Runnable cancel = running.remove(look.get());
        if (cancel != null) {
            cancel.run();
        }
        wrapper(look.get()).set(wrapper(look.get()).get().stopped());
    }

    /// A profile is asked for until its samples are taken; what there is meanwhile is shown.
    private LuaOutcome answered(ThreadLook asked) throws InterruptedException {
        LuaOutcome outcome = scripts.apply(asked.script());
        while (asked.isFlame() && samples(outcome)) {
            LuaOutcome partial = outcome;
            tasks.screen().execute(() -> take(asked, partial, true));
            Thread.sleep(BETWEEN_SAMPLES);
            outcome = scripts.apply(asked.script());
        }
        return outcome;
    }

    private static boolean samples(LuaOutcome outcome) {
        return outcome instanceof LuaOutcome.Value value
                && value.result() instanceof Data.Fields fields
                && fields.get("sampling").orElse(Data.NOTHING).equals(Data.of(true));
    }

    private void take(ThreadLook asked, LuaOutcome outcome, boolean goesOn) {
        ReadOnlyObjectWrapper<ThreadAnswer> answer = wrapper(asked);
        if (!answer.get().asking()) {
            return;
        }
        switch (outcome) {
            case LuaOutcome.Value value when value.result() instanceof Data.Fields fields ->
                    answer.set(new ThreadAnswer(fields, clock.instant(), goesOn, ""));
            case LuaOutcome.Value value ->
                    answer.set(
                            answer.get()
                                    .failed(
                                            Messages.text(
                                                    "thread.strange",
                                                    value.result().getClass().getSimpleName())));
            case LuaOutcome.Failure failure -> answer.set(answer.get().failed(failure.message()));
        }
    }

    /// The rows of what is shown that have the text of the filter.
    List<Data.Fields> rows() {
        return wrapper(look.get()).get().data().items("items").stream()
                .filter(Data.Fields.class::isInstance)
                .map(Data.Fields.class::cast)
                .filter(this::matches)
                .toList();
    }

    private boolean matches(Data.Fields row) {
        String wanted = filter.get().strip().toLowerCase(Locale.ROOT);
        return wanted.isEmpty() || ThreadWords.all(row).toLowerCase(Locale.ROOT).contains(wanted);
    }

    /// One sentence about the threads: how many, and who is stuck.
    String sentence() {
        return ThreadWords.sentence(model.vitals().get());
    }
}
