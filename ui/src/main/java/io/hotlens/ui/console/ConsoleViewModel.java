package io.hotlens.ui.console;

import io.hotlens.app.sandbox.LuaOutcome;
import io.hotlens.skills.skill.Callback;
import io.hotlens.skills.skill.Skill;
import io.hotlens.skills.skill.SkillId;
import io.hotlens.ui.fx.Tasks;
import io.hotlens.ui.text.Messages;

import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyIntegerProperty;
import javafx.beans.property.ReadOnlyIntegerWrapper;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;

import java.util.List;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.function.Function;
import java.util.stream.Collectors;

/// Runs Lua and the console's own commands. Belongs to the JavaFX thread.
public final class ConsoleViewModel {

    private static final int MOST = 50;

    private final List<Skill> skills;
    private final Tasks tasks;
    private final Scripts scripts;
    private final StringProperty code = new SimpleStringProperty("");
    private final ObservableList<Entry> entries = FXCollections.observableArrayList();
    private final ObservableList<Entry> seenEntries =
            FXCollections.unmodifiableObservableList(entries);
    private final ReadOnlyBooleanWrapper running = new ReadOnlyBooleanWrapper();
    private final ReadOnlyIntegerWrapper errorLine = new ReadOnlyIntegerWrapper();
    private final InputHistory history = new InputHistory();

    /// What runs scripts; both block.
    public record Scripts(
            Function<String, LuaOutcome> run, Function<SkillId, LuaOutcome> playbook) {}

    public ConsoleViewModel(List<Skill> skills, Tasks tasks, Scripts scripts) {
        this.skills = List.copyOf(skills);
        this.tasks = tasks;
        this.scripts = scripts;
    }

    public StringProperty code() {
        return code;
    }

    /// Adds a call below what is typed.
    public void insert(String call) {
        String typed = code.get().stripTrailing();
        code.set(typed.isEmpty() ? call : typed + "\n" + call);
    }

    /// Answers, newest first.
    public ObservableList<Entry> entries() {
        return seenEntries;
    }

    public ReadOnlyBooleanProperty running() {
        return running.getReadOnlyProperty();
    }

    /// The line of the code where the last run failed; 0 when it did not.
    public ReadOnlyIntegerProperty errorLine() {
        return errorLine.getReadOnlyProperty();
    }

    public List<Skill> skills() {
        return skills;
    }

    public List<Callback> callbacks() {
        return skills.stream().flatMap(skill -> skill.callbacks().stream()).distinct().toList();
    }

    Set<String> callbackNames() {
        return callbacks().stream().map(Callback::name).collect(Collectors.toSet());
    }

    /// Runs all that is typed.
    public void run() {
        run(code.get());
    }

    /// Runs `input`: Lua, or a command that begins with a colon.
    public void run(String input) {
        String typed = input.strip();
        if (typed.isEmpty() || running.get()) {
            return;
        }
        history.add(typed);
        errorLine.set(0);
        if (typed.startsWith(":")) {
            command(typed);
        } else {
            evaluate(input, () -> scripts.run().apply(input));
        }
    }

    /// Runs one callback with the defaults of its parameters; what is typed stays as it is.
    void runAlone(Callback callback) {
        run("return " + callback.name() + "()");
    }

    public void back() {
        code.set(history.back(code.get()));
    }

    public void forward() {
        code.set(history.forward(code.get()));
    }

    public void clear() {
        entries.clear();
    }

    private void command(String typed) {
        String[] words = typed.substring(1).strip().split("\\s+", 2);
        switch (words[0]) {
            case "help" -> tell(typed, Messages.text("console.help"));
            case "skills" -> tell(typed, describeSkills());
            case "clear" -> clear();
            case "playbook" -> playbook(typed, words.length > 1 ? words[1].strip() : "");
            default -> tell(typed, Messages.text("console.unknown", words[0]));
        }
    }

    private void playbook(String typed, String name) {
        skills.stream()
                .filter(skill -> skill.id().value().equals(name) && skill.playbook().isPresent())
                .findFirst()
                .ifPresentOrElse(
                        skill -> evaluate(typed, () -> scripts.playbook().apply(skill.id())),
                        () -> tell(typed, Messages.text("console.no_playbook", name, playbooks())));
    }

    private String playbooks() {
        return skills.stream()
                .filter(skill -> skill.playbook().isPresent())
                .map(skill -> skill.id().value())
                .collect(Collectors.joining(", "));
    }

    private String describeSkills() {
        return skills.stream()
                .map(
                        skill ->
                                Messages.text(
                                        "console.skill",
                                        skill.id(),
                                        skill.title(),
                                        skill.description(),
                                        skill.callbacks().stream()
                                                .map(Callback::signature)
                                                .collect(Collectors.joining("  "))))
                .collect(Collectors.joining("\n\n"));
    }

    private void evaluate(String input, Callable<LuaOutcome> work) {
        running.set(true);
        tasks.run(
                work,
                outcome -> {
                    running.set(false);
                    if (outcome instanceof LuaOutcome.Failure failure && input.equals(code.get())) {
                        errorLine.set(failure.line());
                    }
                    add(new Entry.Ran(input.strip(), outcome));
                },
                problem -> {
                    running.set(false);
                    add(new Entry.Broken(input.strip(), problem));
                });
    }

    /// Adds an answer of the console itself.
    void tell(String input, String text) {
        add(new Entry.Told(input, text));
    }

    private void add(Entry entry) {
        entries.addFirst(entry);
        if (entries.size() > MOST) {
            entries.removeLast();
        }
    }
}
