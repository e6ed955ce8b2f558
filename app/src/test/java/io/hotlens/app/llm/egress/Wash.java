package io.hotlens.app.llm.egress;

import io.hotlens.app.access.Redactor;
import io.hotlens.skills.data.Data;
import io.hotlens.skills.data.Json;

import java.util.Set;

/// A session's cleaning without a model.
final class Wash {

    final TextCleaner.Stock stock = new TextCleaner.Stock();
    final Findings findings = new Findings();
    private final TextCleaner texts;

    Wash(DataClass... allowed) {
        texts = new TextCleaner(Redactor.usual(), stock, Set.of(allowed));
    }

    String prose(String text) {
        return texts.prose(text, findings);
    }

    Data data(Data value) {
        return new DataCleaner(texts).clean(value, findings);
    }

    /// Cleans a JSON value written with single quotes.
    String json(String value) {
        return Json.write(data(Json.parse(value.replace('\'', '"')))).replace('"', '\'');
    }

    String back(String text) {
        return stock.pseudonyms().restore(text);
    }
}
