package io.hotlens.ui.settings;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.hotlens.app.model.Price;
import io.hotlens.ui.support.Inline;
import io.hotlens.ui.support.ScriptedSettings;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import java.nio.file.Path;
import java.util.List;

/// The price of a client's model, from the form to the file.
final class PriceFormTest {

    @TempDir Path folder;

    private ScriptedSettings files = new ScriptedSettings(Path.of("unused"));
    private ModelsViewModel model =
            new ModelsViewModel(new SettingsStore(files.engine(), Inline.tasks()));

    @BeforeEach
    void open() {
        files = new ScriptedSettings(folder);
        files.write(
                """
                {"models": {"clients": {"cloud": {"provider": "openrouter", "model": "acme/owl-2"}}},
                 "prices": [{"model": "other", "input_usd": 1, "output_usd": 2}]}
                """);
        var store = new SettingsStore(files.engine(), Inline.tasks());
        model = new ModelsViewModel(store);
        store.refresh();
    }

    private PriceForm edited(String input, String output, String cached) {
        model.edit("cloud");
        PriceForm form = model.form().get().orElseThrow().price();
        form.entry(PriceForm.Kind.INPUT).text().set(input);
        form.entry(PriceForm.Kind.OUTPUT).text().set(output);
        form.entry(PriceForm.Kind.CACHED).text().set(cached);
        model.save("");
        return form;
    }

    @Test
    void aPriceIsKeptUnderTheModelsNameBesideTheOthers() {
        edited("2.50", "10", "0.25");
        assertEquals(
                List.of(new Price("owl-2", 2.5, 10, 0.25), new Price("other", 1, 2)),
                files.read().prices());
        model.edit("cloud");
        PriceForm again = model.form().get().orElseThrow().price();
        assertEquals("2.5", again.entry(PriceForm.Kind.INPUT).text().get());
        assertEquals("0.25", again.entry(PriceForm.Kind.CACHED).text().get());
    }

    @Test
    void withoutAPriceOfItsOwnInputReadBeforeCostsAsMuch() {
        edited("2", "4", "");
        assertEquals(new Price("owl-2", 2, 4, 2), files.read().prices().getFirst());
    }

    @Test
    void emptyFieldsTakeThePriceAway() {
        edited("2", "4", "");
        edited("", "", "");
        assertEquals(List.of(new Price("other", 1, 2)), files.read().prices());
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
                    -1   | 4    | ''   | INPUT  | “-1” is no price
                    2    | free | ''   | OUTPUT | “free” is no price
                    2    | ''   | ''   | OUTPUT | Give this price too
                    ''   | ''   | 0.1  | INPUT  | Give this price too
                    2    | 4    | 1e99 | CACHED | “1e99” is no price
                    """)
    void aWrongPriceIsToldAtItsFieldAndNothingIsSaved(
            String input, String output, String cached, PriceForm.Kind field, String says) {
        PriceForm form = edited(input, output, cached);
        String sentence = form.entry(field).wrong().get();
        assertTrue(sentence.contains(says), sentence);
        assertFalse(model.form().get().isEmpty());
        assertEquals(List.of(new Price("other", 1, 2)), files.read().prices());
    }
}
