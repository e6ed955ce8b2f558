package io.hotlens.app.telemetry;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.hotlens.app.session.Stage;
import io.hotlens.skills.data.Data;
import io.hotlens.skills.data.Json;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.stream.Collectors;
import java.util.stream.Stream;

@Timeout(60)
final class JsonLinesFileTest {

    private static final Instant NOON = Instant.parse("2026-03-01T12:00:00Z");

    @TempDir Path folder;
    private final List<String> troubles = new ArrayList<>();

    private Path file() {
        return folder.resolve("steps.jsonl");
    }

    private static TelemetryEvent dropped(long number) {
        return Translation.dropped(NOON, number);
    }

    private void write(TelemetryEvent... events) throws IOException {
        try (JsonLinesFile lines = JsonLinesFile.open(file(), troubles::add)) {
            Stream.of(events).forEach(lines);
        }
    }

    private static List<Data.Fields> read(Path file) throws IOException {
        return Files.readAllLines(file).stream().map(l -> (Data.Fields) Json.parse(l)).toList();
    }

    private static double number(Data.Fields line) {
        return ((Data.Fields) line.get("measurements").orElseThrow())
                .number("dropped")
                .orElseThrow();
    }

    @Test
    void everyStepOfAnInvestigationIsALineWithItsTexts() throws Exception {
        var seen = new CopyOnWriteArrayList<TelemetryEvent>();
        try (Stage stage = Play.stage();
                Telemetry _ =
                        Telemetry.start(
                                stage.bus(),
                                new TelemetryOptions(Optional.of(file()), Optional.empty()),
                                troubles::add);
                TelemetryFeed _ = Telemetry.subscribe(stage.bus(), seen::add)) {
            stage.investigate("it is slow").await();
        }

        List<Data.Fields> lines = read(file());
        // What two operators do at the same moment may reach two listeners in another order.
        assertEquals(
                seen.stream().map(e -> e.name().word()).sorted().toList(),
                lines.stream().map(l -> l.text("name").orElseThrow()).sorted().toList());
        Data.Fields sent =
                lines.stream()
                        .filter(
                                l ->
                                        l.text("name")
                                                .equals(
                                                        Optional.of(
                                                                "hotlens.operator.notification_sent")))
                        .findFirst()
                        .orElseThrow();
        assertEquals(Optional.of("gc"), sent.text("skill"));
        assertEquals(
                Optional.of(Play.PRIVATE + " 40 % in collections"),
                ((Data.Fields) sent.get("metadata").orElseThrow()).text("observation"));
    }

    @Test
    void lineSaysNameTimeNumbersAndWords() throws Exception {
        write(dropped(3));

        assertEquals(
                "{\"name\":\"hotlens.telemetry.dropped\",\"at\":\"2026-03-01T12:00:00Z\","
                        + "\"measurements\":{\"dropped\":3},\"metadata\":{}}\n",
                Files.readString(file()));
    }

    @Test
    void fileThatIsOpenedAgainGoesOn() throws Exception {
        write(dropped(1));
        write(dropped(2));

        assertEquals(
                List.of(1.0, 2.0), read(file()).stream().map(JsonLinesFileTest::number).toList());
    }

    @Test
    void lineThatWasHalfWrittenIsTakenAway() throws Exception {
        write(dropped(1), dropped(2));
        String whole = Files.readString(file());
        Files.writeString(file(), whole.substring(0, whole.length() - 20));

        write(dropped(3));

        assertEquals(
                List.of(1.0, 3.0), read(file()).stream().map(JsonLinesFileTest::number).toList());
    }

    @Test
    void lastLineOfSomebodyElseIsKept() throws Exception {
        Files.writeString(file(), "a note without an end");

        write(dropped(1));

        assertEquals("a note without an end", Files.readAllLines(file()).getFirst());
        assertEquals(2, Files.readAllLines(file()).size());
    }

    @Test
    void fullFileIsMovedAsideAndTheOldestGoes() throws Exception {
        try (JsonLinesFile lines = JsonLinesFile.open(file(), 1_000, troubles::add)) {
            for (int i = 1; i <= 100; i++) {
                lines.accept(dropped(i));
            }
        }

        try (Stream<Path> files = Files.list(folder)) {
            assertEquals(
                    Set.of("steps.jsonl", "steps.jsonl.1", "steps.jsonl.2"),
                    files.map(f -> f.getFileName().toString()).collect(Collectors.toSet()));
        }
        var numbers = new ArrayList<Double>();
        for (String name : List.of("steps.jsonl.2", "steps.jsonl.1", "steps.jsonl")) {
            Path part = folder.resolve(name);
            assertTrue(Files.size(part) <= 1_000, name);
            read(part).forEach(line -> numbers.add(number(line)));
        }
        assertEquals(100.0, numbers.getLast());
        assertEquals(numbers.size() - 1, numbers.getLast() - numbers.getFirst());
        assertEquals(List.of(), troubles);
    }

    @Test
    @DisabledOnOs(OS.WINDOWS)
    void onlyTheOwnerMayRead() throws Exception {
        Files.writeString(file(), "");
        Files.setPosixFilePermissions(file(), PosixFilePermissions.fromString("rw-r--r--"));

        write(dropped(1));

        assertEquals(
                "rw-------", PosixFilePermissions.toString(Files.getPosixFilePermissions(file())));
    }

    @Test
    void fileThatCannotBeWrittenIsSaidInASentence() {
        Path nowhere = folder.resolve("no-such-folder").resolve("steps.jsonl");

        for (Path wrong : List.of(nowhere, folder)) {
            IOException e =
                    assertThrows(IOException.class, () -> JsonLinesFile.open(wrong, troubles::add));
            assertTrue(
                    String.valueOf(e.getMessage())
                            .startsWith("telemetry cannot be written to '" + wrong + "'"),
                    e::getMessage);
        }
    }
}
