package io.hotlens.app.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.hotlens.app.fixture.FakeSkill;
import io.hotlens.app.fixture.FakeTarget;
import io.hotlens.app.session.SessionFactory;
import io.hotlens.app.settings.ConfigFolder;
import io.hotlens.skills.catalog.SkillCatalog;
import io.hotlens.skills.data.Data;
import io.hotlens.skills.data.Json;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/// What a run on the command line leaves behind, and how it is found again.
@Timeout(120)
final class HistoryCommandTest {

    private static final String SICK =
            """
            finding{type = "heap_leak", subject = "OrderCache", severity = "critical", certain = true,
                    observation = "the live set grew for 60 s", evidence = {slope_mb = 12,
                    password = "hunter2"}}
            """;

    @TempDir Path folder;
    private String out = "";
    private String err = "";

    private int run(String playbook, String... arguments) {
        var printed = new StringWriter();
        var told = new StringWriter();
        int status =
                HotlensCommand.run(
                        List.of(arguments),
                        new SessionFactory(
                                _ -> new FakeTarget(),
                                new SkillCatalog(List.of(FakeSkill.of("heap", playbook))),
                                new ConfigFolder(folder)),
                        (_, _) -> 0,
                        new PrintWriter(printed, true),
                        new PrintWriter(told, true));
        out = printed.toString();
        err = told.toString();
        return status;
    }

    private int run(List<String> arguments) {
        return run("return 1", arguments.toArray(String[]::new));
    }

    private void investigate(String playbook, String... more) {
        var arguments =
                new ArrayList<>(List.of("investigate", "--pid", "1", "--reason", "memory is full"));
        arguments.addAll(List.of(more));
        run(playbook, arguments.toArray(String[]::new));
    }

    private String newest() {
        run(List.of("history", "--json", "--limit", "1"));
        Data.Items all = (Data.Items) Json.parse(out);
        return ((Data.Fields) all.values().getFirst()).text("investigation_id").orElseThrow();
    }

    @Test
    void aRunIsListedShownAndReported() throws IOException {
        investigate(SICK);
        assertEquals(0, run(List.of("history")), err);
        assertTrue(out.contains("Fake"), out);
        assertTrue(out.contains("CRITICAL: heap_leak - OrderCache  (memory is full)"), out);

        String id = newest();
        assertEquals(0, run(List.of("history", "show", id.substring(0, 10))), err);
        assertTrue(out.contains("CRITICAL: heap_leak - OrderCache"), out);
        assertTrue(out.contains("the live set grew for 60 s"), out);
        assertTrue(out.contains("coordinator  insight: "), out);

        assertEquals(0, run(List.of("history", "show", id, "--json")), err);
        Data.Fields shown = (Data.Fields) Json.parse(out);
        assertEquals("person", shown.text("trigger").orElseThrow());
        assertEquals(1, shown.items("insights").size());

        Path file = folder.resolve("report.html");
        assertEquals(0, run(List.of("report", id, "--output", file.toString())), err);
        assertTrue(Files.readString(file).contains("the live set grew for 60 s"));
        assertEquals(0, run(List.of("report", id, "--format", "md")), err);
        assertTrue(out.startsWith("# Fake\\: heap\\_leak \\- OrderCache"), out);
        assertFalse(out.contains("hunter2"), out);
    }

    @Test
    void twoRunsAreCompared() {
        investigate(SICK);
        String before = newest();
        investigate("return 1");
        String after = newest();
        assertEquals(0, run(List.of("history", "compare", before, after)), err);
        assertTrue(out.contains("gone  heap_leak - OrderCache: the live set grew"), out);
        assertEquals(0, run(List.of("history", "compare", after, before, "--json")), err);
        Data.Fields compared = (Data.Fields) Json.parse(out);
        Data.Fields cause = (Data.Fields) compared.items("causes").getFirst();
        assertEquals("new", cause.text("change").orElseThrow());
    }

    @Test
    void aReportNeverReplacesAFileUnlessItIsTold() throws IOException {
        investigate(SICK);
        String id = newest();
        Path file = Files.writeString(folder.resolve("mine.txt"), "mine");
        assertEquals(64, run(List.of("report", id, "--output", file.toString())));
        assertEquals("mine", Files.readString(file));
        assertTrue(err.contains("is there already; choose another file or add --force"), err);
        assertEquals(
                0,
                run(
                        List.of(
                                "report",
                                id,
                                "--format",
                                "json",
                                "--output",
                                file.toString(),
                                "--force")));
        assertTrue(Files.readString(file).startsWith("{"));
    }

    @Test
    void aRunWithoutHistoryLeavesNothing() {
        investigate(SICK, "--no-history");
        assertEquals(0, run(List.of("history")), err);
        assertEquals("", out);
        assertTrue(err.startsWith("No investigation was kept yet"), err);
        assertFalse(Files.exists(folder.resolve("history.db")));
    }

    @Test
    void aSettingTurnsItOff() throws IOException {
        Files.writeString(folder.resolve("settings.json"), "{\"history\": {\"on\": false}}");
        investigate(SICK);
        assertFalse(Files.exists(folder.resolve("history.db")));
    }

    @Test
    void whatMakesNoSenseIsSaidInOneSentence() {
        investigate("return 1");
        assertEquals(64, run(List.of("history", "show", "nonsense")));
        assertTrue(err.startsWith("no investigation 'nonsense' was kept"), err);
        assertEquals(64, run(List.of("history", "--limit", "0")));
        assertTrue(err.startsWith("--limit must be at least 1, not 0"), err);
        assertEquals(64, run(List.of("report", newest(), "--format", "pdf")));
        assertTrue(
                err.startsWith("--format: there is no format 'pdf'; choose html, md, json"), err);
        assertEquals(0, run(List.of("history", "--target", "nobody")));
        assertTrue(err.startsWith("No investigation of a target with 'nobody'"), err);
    }

    @Test
    void aHistoryThatCannotBeUsedIsSaidAndTheRunGoesOn() throws IOException {
        Files.writeString(folder.resolve("history.db"), "my diary ".repeat(1_000));
        investigate(SICK);
        assertTrue(out.contains("CRITICAL: heap_leak - OrderCache"), out);
        assertTrue(err.contains("Investigations go on, but are not kept."), err);
        assertEquals(64, run(List.of("history")));
        assertTrue(err.contains("it is damaged, or no history of Hotlens"), err);
    }
}
