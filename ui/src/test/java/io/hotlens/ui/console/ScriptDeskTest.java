package io.hotlens.ui.console;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.hotlens.app.custom.CustomSkills;
import io.hotlens.app.custom.SkillDraft;
import io.hotlens.app.settings.ConfigFolder;
import io.hotlens.skills.catalog.SkillCatalog;
import io.hotlens.ui.support.FakeSkill;
import io.hotlens.ui.support.Inline;
import io.hotlens.ui.support.ScriptedSession;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

final class ScriptDeskTest {

    @TempDir Path folder;

    private final List<String> elsewhere = new ArrayList<>();
    private final ScriptedSession session = new ScriptedSession();
    private final ConsoleViewModel console =
            new ConsoleViewModel(
                    FakeSkill.usual(),
                    Inline.tasks(),
                    new ConsoleViewModel.Scripts(
                            code -> session.lua(Optional.empty(), code), session::playbook));

    private ScriptDesk desk(String file) {
        var files =
                new ScriptFiles() {
                    @Override
                    public Optional<Path> open() {
                        return Optional.of(folder.resolve(file));
                    }

                    @Override
                    public Optional<Path> save(String fileName) {
                        return open();
                    }
                };
        var other =
                new ScriptDesk.Elsewhere() {
                    @Override
                    public String name() {
                        return "orders";
                    }

                    @Override
                    public void run(String code) {
                        elsewhere.add(code);
                    }
                };
        return new ScriptDesk(
                console,
                Inline.tasks(),
                new ScriptDesk.Ways(files, () -> List.of(other), this::make));
    }

    private Path make(SkillDraft draft) throws IOException, InterruptedException {
        return new CustomSkills(new ConfigFolder(folder))
                .create(draft, SkillCatalog.builtIn().ids());
    }

    private String told() {
        return assertInstanceOf(Entry.Told.class, console.entries().getFirst()).text();
    }

    @Test
    void aScriptIsSavedAndOpenedAgain() throws IOException {
        console.code().set("return 1");
        desk("mine.lua").save();
        assertTrue(told().contains(folder.resolve("mine.lua").toString()), told());
        assertEquals("return 1\n", Files.readString(folder.resolve("mine.lua")));
        console.code().set("something else");
        desk("mine.lua").open();
        assertEquals("return 1\n", console.code().get());
    }

    @Test
    void aFileThatIsMissingSaysSoAndLeavesTheEditor() {
        console.code().set("return 1");
        desk("none.lua").open();
        assertTrue(told().endsWith("is not there any more: choose another file."), told());
        assertEquals("return 1", console.code().get());
    }

    @Test
    void itRunsOnAnotherTarget() {
        console.code().set("return gc_stats()");
        ScriptDesk desk = desk("x");
        desk.runOn(desk.others().getFirst());
        assertEquals(List.of("return gc_stats()"), elsewhere);
    }

    @Test
    void aScriptBecomesASkillOrSaysWhyNot() {
        var wrong = new ArrayList<String>();
        var done = new ArrayList<String>();
        ScriptDesk desk = desk("x");
        desk.makeSkill("mine", "Mine", () -> done.add("empty"), wrong::add);
        console.code().set("return {");
        desk.makeSkill("mine", "Mine", () -> done.add("broken"), wrong::add);
        console.code().set("return 1");
        desk.makeSkill("My skill", "", () -> done.add("named"), wrong::add);
        desk.makeSkill("gc", "", () -> done.add("taken"), wrong::add);
        assertEquals(List.of(), done);
        assertEquals("There is no script: write one in the editor first.", wrong.get(0));
        assertTrue(wrong.get(1).startsWith("the script cannot become a skill"), wrong.get(1));
        assertTrue(wrong.get(2).contains("not 'My skill'"), wrong.get(2));
        assertTrue(wrong.get(3).contains("'gc' already"), wrong.get(3));

        desk.makeSkill("mine", "Mine", () -> done.add("made"), wrong::add);
        assertEquals(List.of("made"), done);
        assertTrue(Files.exists(folder.resolve("skills/mine/skill.json")));
        assertTrue(told().startsWith("The skill mine is in "), told());
    }
}
