package io.hotlens.app.playbook;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.hotlens.app.access.CallAnswer;
import io.hotlens.app.sandbox.LuaBridge;
import io.hotlens.app.sandbox.LuaLimits;
import io.hotlens.app.sandbox.LuaOutcome;
import io.hotlens.app.sandbox.LuaSandbox;
import io.hotlens.skills.catalog.SkillCatalog;
import io.hotlens.skills.data.Data;
import io.hotlens.skills.data.Json;
import io.hotlens.skills.skill.Callback;
import io.hotlens.skills.skill.Skill;
import io.hotlens.skills.skill.SkillId;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/// One playbook with the answers that its callbacks give. Each test begins with those of a healthy
/// target and changes what its case is about.
final class Playbook {

    private final Skill skill;
    private final Map<String, String> answers = new HashMap<>();

    private Playbook(Skill skill) {
        this.skill = skill;
    }

    static Playbook of(String skill) {
        return new Playbook(SkillCatalog.builtIn().find(new SkillId(skill)).orElseThrow());
    }

    /// What a callback answers from now on.
    ///
    /// @param call its name, or its name and first argument: `history gc.time_in_gc_pct`, or with a
    ///   second one that is a number
    /// @param json the answer, as the console shows it
    Playbook answer(String call, String json) {
        String name = call.split(" ", 2)[0];
        assertTrue(names().anyMatch(name::equals), () -> skill.id() + " has no " + name);
        answers.put(call, json);
        return this;
    }

    /// Lets a callback fail.
    Playbook refuse(String call, String why) {
        return answer(call, "!" + why);
    }

    private Stream<String> names() {
        return SkillCatalog.builtIn().skills().stream()
                .flatMap(one -> one.callbacks().stream())
                .map(Callback::name);
    }

    private CallAnswer call(String name, List<Data> arguments) {
        String first =
                arguments.isEmpty() || !(arguments.getFirst() instanceof Data.Text(String text))
                        ? ""
                        : text;
        String second =
                arguments.size() > 1 && arguments.get(1) instanceof Data.Num(double number)
                        ? " %.0f".formatted(number)
                        : "";
        String json =
                Stream.of(name + " " + first + second, name + " " + first, name)
                        .filter(answers::containsKey)
                        .findFirst()
                        .map(answers::get)
                        .orElse(null);
        if (json == null) {
            return new CallAnswer.Refused("the test has no answer for " + name + " " + first);
        }
        return json.startsWith("!")
                ? new CallAnswer.Refused(json.substring(1))
                : new CallAnswer.Answered(Json.parse(json));
    }

    LuaOutcome.Value run() {
        LuaOutcome outcome = outcome();
        return assertInstanceOf(LuaOutcome.Value.class, outcome, outcome::toString);
    }

    /// Runs it and returns what it fails with.
    String fails() {
        LuaOutcome outcome = outcome();
        return assertInstanceOf(LuaOutcome.Failure.class, outcome, outcome::toString).message();
    }

    private LuaOutcome outcome() {
        try {
            return new LuaSandbox(LuaLimits.DEFAULT)
                    .run(
                            skill.playbook().orElseThrow(),
                            new LuaBridge(names().distinct().toList(), this::call));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    /// Runs it and returns its only finding.
    Data.Fields finds(String type) {
        LuaOutcome.Value outcome = run();
        assertEquals(1, outcome.findings().size(), outcome::toString);
        Data.Fields finding = outcome.findings().getFirst();
        assertEquals(type, finding.text("type").orElse(""));
        return finding;
    }

    /// Runs it: it finds nothing and is content.
    void isSilent() {
        LuaOutcome.Value outcome = run();
        assertEquals(List.of(), outcome.findings());
        assertTrue(outcome.lookAgainMs().isEmpty(), outcome::toString);
    }

    /// Runs it: it finds nothing yet, and asks to be run again.
    long looksAgain() {
        LuaOutcome.Value outcome = run();
        assertEquals(List.of(), outcome.findings());
        return outcome.lookAgainMs().orElseThrow(() -> new AssertionError(outcome));
    }
}
