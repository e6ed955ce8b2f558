package io.hotlens.skills.catalog;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.hotlens.skills.skill.Callback;
import io.hotlens.skills.skill.Skill;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

class SkillPagesTest {

    /// Skills whose callbacks begin with another word than their id.
    private static final Map<String, String> PREFIXES =
            Map.of("database", "db", "exceptions", "exception");

    static List<Skill> skills() {
        return SkillCatalog.builtIn().skills();
    }

    @ParameterizedTest
    @MethodSource("skills")
    void thePageOfEachSkillSaysWhatItsDescriptorsSay(Skill skill) throws IOException {
        Path file = Path.of("..", "docs", "skills", skill.id() + ".md");
        String page = SkillPage.of(skill).replace(System.lineSeparator(), "\n");
        if (System.getProperty("hotlens.docs", "").equals("write")) {
            Files.createDirectories(file.getParent());
            Files.writeString(file, page);
        }
        assertEquals(page, Files.readString(file), "rewrite it with -Dhotlens.docs=write");
    }

    @Test
    void noTwoCallbacksShareAName() {
        Set<String> names = new HashSet<>();
        for (Skill skill : skills()) {
            for (Callback callback : skill.callbacks()) {
                assertTrue(names.add(callback.name()), callback.name());
            }
        }
    }

    @ParameterizedTest
    @MethodSource("skills")
    void callbacksBeginWithTheIdOfTheirSkill(Skill skill) {
        if (!skill.id().value().equals("base")) {
            String prefix = PREFIXES.getOrDefault(skill.id().value(), skill.id().value());
            skill.callbacks()
                    .forEach(
                            callback ->
                                    assertTrue(
                                            callback.name().startsWith(prefix + "_"),
                                            callback.name()));
        }
    }

    @ParameterizedTest
    @MethodSource("skills")
    void everySkillButTheBaseHasAPlaybook(Skill skill) {
        assertEquals(!skill.id().value().equals("base"), skill.playbook().isPresent());
    }
}
