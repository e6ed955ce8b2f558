package io.hotlens.app.telemetry;

import java.util.stream.Collectors;
import java.util.stream.Stream;

/// The documentation page of telemetry, from the catalog.
final class TelemetryPage {

    private static final String OPENING =
            """
            # Telemetry

            Every step of an investigation is an event: what operators and the coordinator did, how long the model
            took, what it used, how each run ended. This page is made from the catalog (`TelemetryName`); a test holds
            it to it. After a change: `mvn -pl skills,app test -Dtest=TelemetryPageTest -Dhotlens.docs=write
            -Dsurefire.failIfNoSpecifiedTests=false`.

            | where to | how |
            |---|---|
            | a file, one JSON object a line | `hotlens investigate ... --telemetry FILE` (and `demo --headless`); readable by you only; at 10 MB it becomes `FILE.1`, then `FILE.2` |
            | a collector of OpenTelemetry | `--otlp [URL]`, OTLP over HTTP, `http://localhost:4318` without a URL |
            | a flight recording of Hotlens itself | always, when one runs: category *Hotlens* |
            | code of yours | `Telemetry.subscribe(session.events(), event -> ...)` |

            None of them holds up an investigation. Each has a queue of 20 000 events; a reader that is too slow loses
            the oldest and is told how many. On closing, what is left is delivered for 3 s at most. A collector that is
            not there is named once.

            A line holds `{name, at, investigation?, run?, skill?, iteration?, measurements, metadata}`: `at` in
            ISO-8601 UTC, ids in hex, `skill` of the operator that did it or that the coordinator's step is about,
            `iteration` from 1. `run` is missing for the coordinator.

            ## What leaves the machine

            A collector gets numbers, closed words, types and ids only. Fields in *italics* below were written by a
            target, a model or a user; they are in the file and nowhere else.

            A trace has the id of its investigation. Its spans are `investigation`, within it `invoke_agent SKILL` (and
            `invoke_agent coordinator`), within it `iteration`, within it `chat MODEL` and `execute_tool TOOL`, with the
            `gen_ai.*` attributes of OpenTelemetry's conventions; all other events are events of the span in which they
            happened, their fields as `hotlens.FIELD`. A run without an investigation is a trace of its own.

            | metric | |
            |---|---|
            | `gen_ai.client.token.usage` | histogram of tokens a call, by `gen_ai.token.type`, provider and model |
            | `gen_ai.client.operation.duration` | histogram of seconds a call, failed ones with `error.type` |
            | `hotlens.investigations` | investigations that ended, by `hotlens.outcome` |
            | `hotlens.notifications` | findings, by `hotlens.type` and `hotlens.severity` |

            A flight recording has `hotlens.Investigation`, `hotlens.Run`, `hotlens.Iteration`, `hotlens.ModelCall` and
            `hotlens.ToolCall`, each with its duration and outcome.

            ## Events

            | event | meaning | measurements | metadata |
            |---|---|---|---|
            """;

    private TelemetryPage() {}

    static String text() {
        var page = new StringBuilder(OPENING);
        for (TelemetryName name : TelemetryName.values()) {
            page.append(
                    "| `%s` | %s | %s | %s |\n"
                            .formatted(
                                    name.word(),
                                    name.meaning(),
                                    fields(name, true),
                                    fields(name, false)));
        }
        for (TelemetryField.Kind kind : TelemetryField.Kind.values()) {
            page.append(heading(kind));
            Stream.of(TelemetryField.values())
                    .filter(field -> field.kind() == kind)
                    .forEach(
                            field ->
                                    page.append(
                                            "| `%s` | %s |\n"
                                                    .formatted(field.word(), field.meaning())));
        }
        return page.toString();
    }

    private static String fields(TelemetryName name, boolean measures) {
        return name.fields().stream()
                .filter(f -> measures == (f.kind() == TelemetryField.Kind.MEASURE))
                .map(
                        f ->
                                f.kind() == TelemetryField.Kind.TEXT
                                        ? "*" + f.word() + "*"
                                        : "`" + f.word() + "`")
                .collect(Collectors.joining(", "));
    }

    private static String heading(TelemetryField.Kind kind) {
        String title =
                switch (kind) {
                    case MEASURE -> "Measurements";
                    case WORD -> "Words, ids and truth values";
                    case TEXT -> "Texts, which stay on this machine";
                };
        return """

        ## %s

        | field | meaning |
        |---|---|
        """
                .formatted(title);
    }
}
