package io.hotlens.ui.console;

import io.hotlens.app.custom.SkillDraft;
import io.hotlens.skills.skill.SkillId;
import io.hotlens.ui.error.Problem;
import io.hotlens.ui.fx.Tasks;
import io.hotlens.ui.text.Messages;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.AccessDeniedException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.function.Consumer;
import java.util.function.Supplier;

/// What can be done with the script in the editor, beside running it here: kept in a file, run on
/// another target, made a skill. What came of it is an answer in the console. Belongs to the JavaFX
/// thread.
public final class ScriptDesk {

    private static final long LARGEST = 1 << 20;

    private final ConsoleViewModel console;
    private final Tasks tasks;
    private final Ways ways;

    /// Ways out of the console.
    ///
    /// @param files asks for files
    /// @param others the other open targets
    /// @param skills writes skills
    public record Ways(ScriptFiles files, Supplier<List<Elsewhere>> others, SkillMaker skills) {}

    /// Another open target.
    public interface Elsewhere {
        String name();

        /// Shows its console, and runs the code there.
        void run(String code);
    }

    /// Writes a skill and says where; blocks.
    @FunctionalInterface
    public interface SkillMaker {

        /// @throws IllegalArgumentException when it cannot become one, in a sentence for the user
        Path make(SkillDraft draft) throws IOException, InterruptedException;
    }

    public ScriptDesk(ConsoleViewModel console, Tasks tasks, Ways ways) {
        this.console = console;
        this.tasks = tasks;
        this.ways = ways;
    }

    /// Puts a file into the editor, in place of what is typed.
    void open() {
        ways.files()
                .open()
                .ifPresent(
                        file ->
                                tasks.run(
                                        said(file, () -> read(file)),
                                        text -> {
                                            if (text.good()) {
                                                console.code().set(text.words());
                                            } else {
                                                tell(Messages.text("console.open"), text.words());
                                            }
                                        },
                                        this::broken));
    }

    void save() {
        String code = console.code().get();
        ways.files()
                .save("script.lua")
                .ifPresent(
                        file ->
                                tasks.run(
                                        said(file, () -> write(file, code)),
                                        said -> tell(Messages.text("console.save"), said.words()),
                                        this::broken));
    }

    List<Elsewhere> others() {
        return ways.others().get();
    }

    void runOn(Elsewhere other) {
        other.run(console.code().get());
    }

    /// Makes the script a skill.
    ///
    /// @param done called when it is one
    /// @param wrong takes the sentence that says why it is not
    void makeSkill(String id, String title, Runnable done, Consumer<String> wrong) {
        String code = console.code().get();
        if (code.isBlank()) {
            wrong.accept(Messages.text("console.skill_empty"));
            return;
        }
        tasks.run(
                () -> make(id.strip(), title, code),
                made -> {
                    if (made.good()) {
                        tell(Messages.text("console.make_skill"), made.words());
                        done.run();
                    } else {
                        wrong.accept(made.words());
                    }
                },
                problem -> wrong.accept(problem.sentence()));
    }

    /// What came of it.
    private record Said(boolean good, String words) {}

    private Said make(String id, String title, String code) throws InterruptedException {
        try {
            var draft = new SkillDraft(new SkillId(id), title, code);
            return new Said(
                    true, Messages.text("console.skill_made", id, ways.skills().make(draft)));
        } catch (IllegalArgumentException | IOException e) {
            return new Said(false, String.valueOf(e.getMessage()));
        }
    }

    private static Said read(Path file) throws IOException {
        if (Files.size(file) > LARGEST) {
            return new Said(false, Messages.text("console.file_large", file));
        }
        return new Said(true, Files.readString(file, StandardCharsets.UTF_8));
    }

    private static Said write(Path file, String code) throws IOException {
        Files.writeString(file, code.endsWith("\n") ? code : code + "\n");
        return new Said(true, Messages.text("console.saved", file));
    }

    private static Callable<Said> said(Path file, Callable<Said> work) {
        return () -> {
            try {
                return work.call();
            } catch (NoSuchFileException _) {
                return new Said(false, Messages.text("console.file_missing", file));
            } catch (AccessDeniedException _) {
                return new Said(false, Messages.text("console.file_denied", file));
            } catch (IOException e) {
                return new Said(
                        false,
                        Messages.text("console.file_broken", file, String.valueOf(e.getMessage())));
            }
        };
    }

    private void tell(String input, String words) {
        console.tell(input, words);
    }

    private void broken(Problem problem) {
        console.tell(Messages.text("console.script"), problem.sentence());
    }
}
