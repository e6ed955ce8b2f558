package io.hotlens.app.llm.egress;

import io.hotlens.skills.data.Data;
import io.hotlens.skills.data.Secrets;

import java.util.LinkedHashMap;

/// Cleans values: the name of a field says what its texts are, and where it does not, their shape.
/// Numbers and truth values stay. Safe from any thread.
final class DataCleaner {

    private static final Data MASKED = Data.of(Secrets.MARK);

    private final TextCleaner texts;

    DataCleaner(TextCleaner texts) {
        this.texts = texts;
    }

    Data clean(Data value, Findings findings) {
        return clean(value, FieldKind.PROSE, findings);
    }

    private Data clean(Data value, FieldKind kind, Findings findings) {
        return switch (value) {
            case Data.Text(String text) -> Data.of(text(text, kind, findings));
            case Data.Items items ->
                    Data.items(items.values().stream().map(v -> clean(v, kind, findings)).toList());
            case Data.Fields fields -> fields(fields, kind, findings);
            case Data.Num _, Data.Bool _, Data.Nothing _ -> value;
        };
    }

    private Data fields(Data.Fields fields, FieldKind around, Findings findings) {
        var clean = new LinkedHashMap<String, Data>();
        fields.values()
                .forEach(
                        (name, value) -> {
                            if (value instanceof Data.Text && Secrets.isNameOfSecret(name)) {
                                findings.secret(value.equals(MASKED) ? 0 : 1);
                                clean.put(texts.prose(name, findings), MASKED);
                            } else {
                                FieldKind kind = kind(name, around);
                                clean.put(
                                        texts.prose(name, findings), clean(value, kind, findings));
                            }
                        });
        return new Data.Fields(clean);
    }

    /// What is withheld stays so in all that is below it.
    private static FieldKind kind(String name, FieldKind around) {
        if (name.equals("unavailable")) {
            return FieldKind.PROSE;
        }
        return switch (around) {
            case PROSE, OWN, PATH, HOST, USER -> FieldKind.of(name);
            case LOG, SQL, OPTIONS, PROPERTY, MBEAN, HEAP -> around;
        };
    }

    private String text(String text, FieldKind kind, Findings findings) {
        return switch (kind) {
            case PROSE -> texts.prose(text, findings);
            case OWN -> texts.own(text, findings);
            case LOG -> texts.log(text, findings);
            case SQL -> texts.whole(StandIn.SQL, text, findings);
            case PATH -> texts.path(text, findings);
            case HOST -> texts.host(text, findings);
            case USER -> texts.whole(StandIn.USER, text, findings);
            case OPTIONS -> texts.options(text, findings);
            case PROPERTY -> texts.whole(StandIn.PROPERTY, text, findings);
            case MBEAN -> texts.whole(StandIn.MBEAN, text, findings);
            case HEAP -> texts.whole(StandIn.HEAP, text, findings);
        };
    }
}
