package io.hotlens.app.report;

import io.hotlens.app.access.Redactor;
import io.hotlens.app.store.KeptInvestigation;
import io.hotlens.skills.data.Data;
import io.hotlens.skills.data.FieldsBuilder;
import io.hotlens.skills.data.Json;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.OpenOption;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;

/// One investigation for people who do not have Hotlens: the root cause first, then why, what to do
/// and how it was found. Every text of it passes the redactor.
public final class Report {

    private static final OpenOption[] NEW = {
        StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE
    };
    private static final OpenOption[] ANY = {
        StandardOpenOption.CREATE, StandardOpenOption.TRUNCATE_EXISTING, StandardOpenOption.WRITE
    };

    private final KeptInvestigation kept;
    private final Redactor redactor;

    public Report(KeptInvestigation kept, Redactor redactor) {
        this.kept = kept;
        this.redactor = redactor;
    }

    public String text(ReportFormat format) {
        return switch (format) {
            case HTML -> layout(new HtmlSheet());
            case MARKDOWN -> layout(new MarkdownSheet());
            case JSON -> Json.writePretty(redactor.redact(data(kept))) + "\n";
        };
    }

    private String layout(Sheet sheet) {
        var redacted = new RedactedSheet(sheet, redactor);
        new ReportLayout(kept, redacted, redactor).lay();
        return redacted.finish();
    }

    /// Writes it to a file.
    ///
    /// @param replace whether a file that is there may be written over
    /// @throws java.nio.file.FileAlreadyExistsException when it may not
    /// @throws IOException when it cannot be written
    public void write(ReportFormat format, Path file, boolean replace) throws IOException {
        Files.writeString(file, text(format), replace ? ANY : NEW);
    }

    /// A name for its file: `hotlens-checkout-service-0123abcd.html`.
    public String fileName(ReportFormat format) {
        String target =
                redactor.redact(kept.investigation().target().name())
                        .replaceAll("[^A-Za-z0-9_-]+", "-");
        return "hotlens-%s-%s.%s"
                .formatted(
                        target.substring(0, Math.min(40, target.length())),
                        kept.investigation().id().value().substring(0, 8),
                        format.word());
    }

    /// The investigation with its steps as JSON, as it was kept.
    public static Data.Fields data(KeptInvestigation kept) {
        FieldsBuilder fields = Data.fields();
        InvestigationJson.of(kept.investigation(), kept.answers()).values().forEach(fields::put);
        return fields.put("trigger", kept.trigger().word())
                .put("ended", kept.ended())
                .put("timeline", TimelineLine.of(kept).stream().map(TimelineLine::toData).toList())
                .build();
    }
}
