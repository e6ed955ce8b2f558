package io.hotlens.app.report;

import io.hotlens.app.access.Redactor;

import java.util.List;

/// Lets no text through to another sheet without taking the secrets out of it.
record RedactedSheet(Sheet sheet, Redactor redactor) implements Sheet {

    @Override
    public void title(String title, String about) {
        sheet.title(redactor.redact(title), redactor.redact(about));
    }

    @Override
    public void section(String heading) {
        sheet.section(redactor.redact(heading));
    }

    @Override
    public void part(String heading) {
        sheet.part(redactor.redact(heading));
    }

    @Override
    public void lead(String text) {
        sheet.lead(redactor.redact(text));
    }

    @Override
    public void text(String text) {
        sheet.text(redactor.redact(text));
    }

    @Override
    public void code(String text) {
        sheet.code(redactor.redact(text));
    }

    @Override
    public void facts(List<Fact> facts) {
        sheet.facts(
                facts.stream()
                        .map(f -> new Fact(redactor.redact(f.name()), redactor.redact(f.value())))
                        .toList());
    }

    @Override
    public void items(List<String> items) {
        sheet.items(items.stream().map(redactor::redact).toList());
    }

    @Override
    public void steps(List<List<String>> rows) {
        sheet.steps(rows.stream().map(row -> row.stream().map(redactor::redact).toList()).toList());
    }

    @Override
    public String finish() {
        return sheet.finish();
    }
}
