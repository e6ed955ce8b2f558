package io.hotlens.ui.settings;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.hotlens.app.monitor.MonitorChoices;
import io.hotlens.skills.monitor.AlertRule;
import io.hotlens.ui.support.Inline;
import io.hotlens.ui.support.ScriptedSettings;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;

final class MonitorFormTest {

    private static final String HEAP = "heap_used_pct > 90 for 2 min";

    @TempDir Path folder;
    private ScriptedSettings files = new ScriptedSettings(Path.of("."));
    private SettingsStore store = new SettingsStore(files.engine(), Inline.tasks());
    private MonitorForm form = new MonitorForm(store);

    @BeforeEach
    void read() {
        files = new ScriptedSettings(folder);
        store = new SettingsStore(files.engine(), Inline.tasks());
        form = new MonitorForm(store);
        store.refresh();
    }

    private Entry addRule(String text) {
        form.alerts().add();
        Entry row = form.alerts().rows().getLast();
        row.text().set(text);
        return row;
    }

    private List<String> savedRules() {
        return files.read().monitor().alerts().stream().map(AlertRule::text).toList();
    }

    @Test
    void whatIsUsualIsShownAndNothingHasChanged() {
        assertTrue(form.autoTrigger().get());
        assertEquals("3", form.perHour().text().get());
        assertEquals("30000", form.number("collection_interval_ms").text().get());
        assertEquals("7200000", form.number("learning_duration_ms").text().get());
        assertEquals("3", form.number("z_threshold").text().get());
        assertFalse(form.changed().get());
    }

    @Test
    void everythingIsSaved() {
        form.autoTrigger().set(false);
        form.alertsTrigger().set(true);
        form.perHour().text().set("12");
        form.number("learning_duration_ms").text().set("60 000");
        form.number("z_threshold").text().set("3.5");
        addRule(HEAP);
        addRule(" ");
        assertTrue(form.changed().get());
        form.save();
        MonitorChoices saved = files.read().monitor();
        assertFalse(saved.autoTrigger());
        assertTrue(saved.alertsTrigger());
        assertEquals(12, saved.triggersPerHour());
        assertEquals(Duration.ofMinutes(1), saved.settings().learningDuration());
        assertEquals(3.5, saved.settings().zThreshold());
        assertEquals(List.of(HEAP), savedRules());
        assertFalse(form.changed().get());
        assertEquals(1, form.alerts().rows().size());
    }

    @Test
    void aRuleIsChangedAndRemoved() {
        addRule(HEAP);
        addRule("jvm.live_threads rises 5 per min for 10 min");
        form.save();
        form.alerts().remove(form.alerts().rows().getFirst());
        form.alerts().rows().getFirst().text().set("live_threads > 400");
        form.save();
        assertEquals(List.of("live_threads > 400"), savedRules());
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
                    heap_used_pct                | is not a rule: a metric, then >, >=, <, <=, 'rises' or 'falls', is expected.
                    heap_used_pct > much         | is not a rule: a number is expected after '>', not 'much'.
                    heap_used_pct > 9 for 2 days | is not a rule: 'days' is not s, min or h.
                    heap_usd_pct > 90            | No skill has a metric heap_usd_pct. Did you mean jvm.heap_used_pct?
                    bananas > 3                  | No skill has a metric bananas: the names are on the Monitor screen.
                    """)
    void aWrongRuleIsNamedAtItsFieldAndNothingIsSaved(String rule, String says) {
        Entry right = addRule(HEAP);
        Entry wrong = addRule(rule);
        form.save();
        assertTrue(wrong.wrong().get().endsWith(says), wrong.wrong()::get);
        assertEquals("", right.wrong().get());
        assertEquals(List.of(), savedRules());
        assertTrue(form.changed().get());
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
                    collection_interval_ms | 5        | collection_interval_ms must be from 100 to 3600000, not 5.
                    collection_interval_ms | soon     | “soon” is no number.
                    learning_duration_ms   | 1000     | learning_duration_ms must be at least collection_interval_ms, not 1000.
                    z_threshold            | 3,5      | “3,5” is no number.
                    z_threshold            | 99       | z_threshold must be from 1 to 20, not 99.
                    consecutive_required   | 2.5      | consecutive_required must be a whole number, not 2.5.
                    cooldown_duration_ms   | -1       | cooldown_duration_ms must be from 0 to 2592000000, not -1.
                    """)
    void aWrongNumberIsNamedAtItsField(String name, String typed, String says) {
        form.number(name).text().set(typed);
        form.save();
        assertEquals(says, form.number(name).wrong().get());
        for (String other : MonitorForm.NAMES) {
            assertTrue(other.equals(name) || form.number(other).wrong().get().isEmpty(), other);
        }
        assertEquals(MonitorChoices.DEFAULT, files.read().monitor());
    }

    @ParameterizedTest
    @CsvSource({"0", "61", "many", "''", "99999999999"})
    void aWrongNumberOfInvestigationsIsNamed(String typed) {
        form.perHour().text().set(typed);
        form.save();
        assertTrue(form.perHour().wrong().get().startsWith("“" + typed + "”"));
        assertEquals(MonitorChoices.DEFAULT, files.read().monitor());
    }

    @Test
    void undoTakesBackWhatWasTyped() {
        form.perHour().text().set("61");
        addRule("nonsense");
        form.save();
        form.reset();
        assertEquals("3", form.perHour().text().get());
        assertEquals("", form.perHour().wrong().get());
        assertEquals(List.of(), form.alerts().rows());
        assertFalse(form.changed().get());
    }
}
