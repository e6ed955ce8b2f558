package io.hotlens.app.custom;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.hotlens.app.fixture.FakeSkill;
import io.hotlens.app.fixture.FakeTarget;
import io.hotlens.app.sandbox.LuaOutcome;
import io.hotlens.app.session.Session;
import io.hotlens.app.session.SessionFactory;
import io.hotlens.app.session.SkillView;
import io.hotlens.app.settings.ConfigFolder;
import io.hotlens.skills.catalog.SkillCatalog;
import io.hotlens.skills.data.Data;
import io.hotlens.skills.skill.Callback;
import io.hotlens.skills.skill.Cost;
import io.hotlens.skills.skill.Impact;
import io.hotlens.skills.skill.Skill;
import io.hotlens.skills.skill.SkillId;
import io.hotlens.skills.target.JvmAddress;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

class CustomSkillsTest {

    private static final String JSON =
            """
            {"id": "shop", "title": "Shop", "description": "Orders.",
             "metrics": [{"name": "orders", "unit": "count", "kind": "gauge", "meaning": "Open orders."}],
             "callbacks": [{"name": "shop_orders", "meaning": "Open orders.", "returns": "{open, of}",
               "source": "MBean", "impact": "low",
               "parameters": [{"name": "of", "type": "text", "default": "all", "meaning": "whose"}]}]}
            """;
    private static final String LUA =
            """
            function shop_orders(of)
              return { open = beans_count().count, of = of }
            end

            function snapshot()
              return { orders = beans_count().count }
            end
            """;

    @TempDir Path config;

    private Skill made(String id, String code) throws Exception {
        var skills = new CustomSkills(new ConfigFolder(config));
        Path home = skills.create(new SkillDraft(new SkillId(id), "Mine", code), Set.of());
        assertEquals(config.resolve("skills").resolve(id), home);
        return skills.find(Set.of(), new Neighbours()).stream()
                .filter(skill -> skill.id().value().equals(id))
                .findFirst()
                .orElseThrow();
    }

    @Test
    void aScriptBecomesASkillWithOneCallback() throws Exception {
        Skill skill = made("mine", "local x = 1\nreturn { answer = x }");
        assertEquals(List.of("mine_run"), skill.callbacks().stream().map(Callback::name).toList());
        assertEquals(Optional.empty(), skill.playbook());
    }

    @Test
    void aScriptThatReportsFindingsBecomesItsPlaybook() throws Exception {
        String code = "finding { type = \"heap_leak\", observation = \"it grows\" }";
        assertEquals(Optional.of(code), made("leaks", code).playbook());
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
                    taken | return 1 | there is a skill called 'taken' already: give this one another id
                    wrong | return ( | the script cannot become a skill: line 2
                    """)
    void whatCannotBecomeASkillSaysWhyAndWritesNothing(String id, String code, String why) {
        var skills = new CustomSkills(new ConfigFolder(config));
        var draft = new SkillDraft(new SkillId(id), "", code);
        var thrown =
                assertThrows(
                        IllegalArgumentException.class,
                        () -> skills.create(draft, Set.of(new SkillId("taken"))));
        assertTrue(String.valueOf(thrown.getMessage()).startsWith(why), thrown::toString);
        assertFalse(Files.exists(config.resolve("skills").resolve(id)));
    }

    private final FakeSkill beans =
            FakeSkill.of("beans", "")
                    .answering("beans_count", _ -> Data.fields().put("count", 7).build())
                    .answering(
                            Callback.of("beans_walk", "walks.", "a value", "heap")
                                    .costing(Impact.HEAVY),
                            Cost.heavy(Duration.ofSeconds(1), "walks the heap"),
                            _ -> Data.of(1));

    @BeforeEach
    void aGoodSkill() throws IOException {
        write("shop/skill.json", JSON);
        write("shop/callbacks.lua", LUA);
        write("shop/prompt.md", "Look at orders.");
        write("shop/playbook.lua", "local orders = shop_orders()");
    }

    private void write(String name, String text) throws IOException {
        Path file = config.resolve("skills").resolve(name);
        Files.createDirectories(file.getParent());
        Files.writeString(file, text);
    }

    private Session open() {
        return new SessionFactory(
                        _ -> new FakeTarget(),
                        new SkillCatalog(List.<Skill>of(beans)),
                        new ConfigFolder(config))
                .open(new JvmAddress.ThisJvm());
    }

    /// What each skill of the user is shown as: its title, and why it cannot be used.
    private Map<String, String> shown() {
        try (Session session = open()) {
            return session.skills().stream()
                    .filter(view -> !view.skill().id().value().equals("beans"))
                    .collect(
                            Collectors.toMap(
                                    view -> view.skill().title(),
                                    view -> view.unusable().orElse("usable")));
        }
    }

    private String why(String name) {
        return Optional.ofNullable(shown().get(name)).orElseThrow();
    }

    private LuaOutcome lua(String code) {
        try (Session session = open()) {
            return session.lua(Optional.empty(), code);
        }
    }

    @Test
    void itsCallbacksAnswerLikeAnyOther() {
        var value =
                (LuaOutcome.Value) lua("local o = shop_orders('Zoë \"X\"'); return o.open, o.of");
        assertEquals(Data.items(List.of(Data.of(7), Data.of("Zoë \"X\""))), value.result());
    }

    @Test
    void whatIsLeftOutHasItsDefault() {
        var value = (LuaOutcome.Value) lua("return shop_orders().of");
        assertEquals(Data.of("all"), value.result());
    }

    @Test
    void itsSnapshotIsSampled() {
        try (Session session = open()) {
            SkillView shop =
                    session.skills().stream()
                            .filter(view -> view.skill().id().value().equals("shop"))
                            .findFirst()
                            .orElseThrow();
            assertEquals("shop.orders", shop.skill().metrics().getFirst().id());
            io.hotlens.skills.patient.Eventually.within(
                    Duration.ofSeconds(20),
                    "a reading",
                    () -> session.history().latest(shop.skill().metrics().getFirst()).isKnown());
        }
    }

    @Test
    void itCannotHideACostlyCallbackBehindACheapName() throws IOException {
        write("shop/callbacks.lua", LUA.replace("beans_count().count, of", "beans_walk(), of"));
        var failure = (LuaOutcome.Failure) lua("return shop_orders()");
        assertTrue(
                failure.message().contains("callbacks.lua:2")
                        && failure.message().contains("costs the target too much"),
                failure::message);
    }

    @Test
    void itAppearsWithoutARestart() throws IOException {
        assertEquals(Map.of("Shop", "usable"), shown());
        write("cart/skill.json", JSON.replace("shop", "cart").replace("Shop", "Cart"));
        write("cart/callbacks.lua", LUA.replace("shop", "cart"));
        assertEquals(Map.of("Shop", "usable", "Cart", "usable"), shown());
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
                    function shop_orders(          | callbacks.lua:
                    function snapshot() end        | there is no function shop_orders
                    os.exit(1)                     | callbacks.lua:1
                    while true do end              | was stopped
                    """)
    void aMistakeInItsCodeIsShownAndHurtsNothingElse(String code, String shown) throws IOException {
        write("cart/skill.json", JSON.replace("shop", "cart").replace("Shop", "Cart"));
        write("cart/callbacks.lua", LUA.replace("shop", "cart"));
        write("shop/callbacks.lua", code);
        assertTrue(why("shop").contains(shown), () -> why("shop"));
        assertEquals("usable", why("Cart"));
    }

    @Test
    void theLineOfAMistakeIsTold() throws IOException {
        write("shop/callbacks.lua", LUA + "\nlocal x = nil + 1\n");
        assertTrue(why("shop").contains("callbacks.lua:9"), () -> why("shop"));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            textBlock =
                    """
                    "id": "shop"      | "id": "Shop!"        | a skill id is
                    "unit": "count"   | "unit": "liters"     | metrics[0].unit must be one of count
                    "kind": "gauge"   | "kind": 3            | metrics[0].kind is missing or no text
                    "impact": "low"   | "impact": "heavy"    | impact must be FREE or LOW
                    "shop_orders"     | "other_orders"       | callbacks[0].name must begin with 'shop_'
                    "type": "text"    | "type": "date"       | callbacks[0].parameters[0].type must be one of
                    "title": "Shop",  | "title" "Shop",      | skill.json: not JSON
                    """)
    void aMistakeInItsDescriptionIsShownWithItsPlace(String right, String wrong, String shown)
            throws IOException {
        write("shop/skill.json", JSON.replace(right.strip(), wrong.strip()));
        assertTrue(why("shop").contains(shown), () -> why("shop"));
    }

    @Test
    void aFolderWithoutADescriptionSaysSo() throws IOException {
        Files.delete(config.resolve("skills/shop/skill.json"));
        assertTrue(why("shop").endsWith("skill.json is missing"), () -> why("shop"));
    }

    @Test
    void anIdThatIsTakenIsRefused() throws IOException {
        write("shop/skill.json", JSON.replace("shop", "beans"));
        write("shop/callbacks.lua", LUA.replace("shop_", "beans_"));
        assertTrue(why("shop").contains("another skill is called 'beans'"), () -> why("shop"));
    }

    @Test
    void theExampleForTomcatIsRight() throws IOException {
        Path example = Path.of("..", "docs", "examples", "skills", "tomcat");
        try (var files = Files.list(example)) {
            for (Path file : files.toList()) {
                write("tomcat/" + file.getFileName(), Files.readString(file));
            }
        }
        assertEquals("usable", why("Tomcat"));
    }

    @Test
    void aSkillInJavaComesFromAnArchive() throws IOException {
        PluginArchive.write(config, "till.jar", "till.Till", true);
        assertEquals("usable", why("Till"));
        var value = (LuaOutcome.Value) lua("return till_open()");
        assertEquals(Data.of(true), value.result());
    }

    @Test
    void anArchiveThatOffersNothingOrIsBrokenSaysSo() throws IOException {
        PluginArchive.write(config, "empty.jar", "", true);
        PluginArchive.write(config, "missing.jar", "till.Missing", false);
        Files.writeString(config.resolve("plugins/no-archive.jar"), "not a jar");
        assertTrue(why("empty.jar").contains("offers no skill"), () -> why("empty.jar"));
        assertTrue(why("missing.jar").contains("till.Missing"), () -> why("missing.jar"));
        assertTrue(why("no-archive.jar").contains("offers no skill"), () -> why("no-archive.jar"));
        assertEquals("usable", why("Shop"));
    }
}
