package io.hotlens.ui;

import io.hotlens.skills.data.Data;
import io.hotlens.skills.data.Json;
import io.hotlens.ui.WindowMemory.Place;
import io.hotlens.ui.connect.Earlier;
import io.hotlens.ui.metrics.Pin;
import io.hotlens.ui.text.Language;
import io.hotlens.ui.theme.Appearance;
import io.hotlens.ui.theme.Theme;

import java.io.IOException;
import java.lang.System.Logger.Level;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/// One small file, replaced as a whole; what in it cannot be understood is as if it were not there.
final class WindowMemoryFile {

    private static final System.Logger LOG = System.getLogger(WindowMemoryFile.class.getName());

    private final Path file;

    WindowMemoryFile(Path file) {
        this.file = file;
    }

    WindowMemory load() {
        try {
            return Files.exists(file)
                            && Json.parse(Files.readString(file)) instanceof Data.Fields fields
                    ? read(fields)
                    : WindowMemory.NONE;
        } catch (IOException | IllegalArgumentException e) {
            LOG.log(Level.WARNING, () -> "ignoring " + file, e);
            return WindowMemory.NONE;
        }
    }

    /// Keeps it; that it cannot be kept is logged only.
    synchronized void save(WindowMemory memory) {
        try {
            Path target = file.toAbsolutePath();
            Files.createDirectories(target.getParent());
            Path fresh = target.resolveSibling(target.getFileName() + ".new");
            Files.writeString(fresh, Json.writePretty(write(memory)) + "\n");
            Files.move(fresh, target, StandardCopyOption.REPLACE_EXISTING);
        } catch (IOException e) {
            LOG.log(Level.WARNING, () -> "cannot store " + file, e);
        }
    }

    private static Data write(WindowMemory memory) {
        var fields = Data.fields();
        memory.place().ifPresent(place -> fields.put("window", write(place)));
        Appearance looks = memory.appearance();
        looks.theme().ifPresent(theme -> fields.put("theme", theme.word()));
        return fields.put("zoom", looks.zoom())
                .put("still", looks.still())
                .put("compact", looks.compact())
                .put("language", looks.language().map(Language::word).orElse(""))
                .put("desktop_news", looks.desktop())
                .put("targets", memory.targets().stream().map(WindowMemoryFile::write).toList())
                .put("recent", memory.recent().stream().map(Data::of).toList())
                .put("board", memory.board().stream().map(WindowMemoryFile::write).toList())
                .build();
    }

    private static Data write(Place place) {
        return Data.fields()
                .put("x", place.x())
                .put("y", place.y())
                .put("width", place.width())
                .put("height", place.height())
                .put("maximized", place.maximized())
                .build();
    }

    private static Data write(Earlier target) {
        return switch (target) {
            case Earlier.Local(long pid, Instant startedAt, String name) ->
                    Data.fields()
                            .put("pid", (double) pid)
                            .put("started_at", startedAt.toString())
                            .put("name", name)
                            .build();
            case Earlier.Remote(String address, String user, String name) ->
                    Data.fields()
                            .put("address", address)
                            .put("user", user)
                            .put("name", name)
                            .build();
        };
    }

    private static Data write(Pin pin) {
        return switch (pin) {
            case Pin.OfMetric(String id, boolean compared) ->
                    Data.fields().put("metric", id).put("compared", compared).build();
            case Pin.OfAttribute(String bean, String attribute, List<String> path) ->
                    Data.fields()
                            .put("bean", bean)
                            .put("attribute", attribute)
                            .put("path", path.stream().map(Data::of).toList())
                            .build();
        };
    }

    private static WindowMemory read(Data.Fields fields) {
        return new WindowMemory(
                fields.get("window")
                        .filter(Data.Fields.class::isInstance)
                        .flatMap(place -> place((Data.Fields) place)),
                new Appearance(
                        fields.text("theme").flatMap(Theme::named),
                        fields.number("zoom").map(Double::intValue).orElse(100),
                        isTrue(fields, "still"),
                        isTrue(fields, "compact"),
                        fields.text("language").flatMap(Language::named),
                        !fields.get("desktop_news").equals(Optional.of(Data.of(false)))),
                fields(fields, "targets").flatMap(target -> target(target).stream()).toList(),
                texts(fields, "recent"),
                fields(fields, "board").flatMap(pin -> pin(pin).stream()).toList());
    }

    private static List<String> texts(Data.Fields fields, String name) {
        return fields.items(name).stream()
                .filter(Data.Text.class::isInstance)
                .map(text -> ((Data.Text) text).value())
                .toList();
    }

    private static Optional<Pin> pin(Data.Fields fields) {
        Optional<Pin> metric =
                fields.text("metric").map(id -> new Pin.OfMetric(id, isTrue(fields, "compared")));
        return metric.or(
                () ->
                        fields.text("bean")
                                .flatMap(
                                        bean ->
                                                fields.text("attribute")
                                                        .map(
                                                                attribute ->
                                                                        new Pin.OfAttribute(
                                                                                bean,
                                                                                attribute,
                                                                                texts(
                                                                                        fields,
                                                                                        "path")))));
    }

    private static Stream<Data.Fields> fields(Data.Fields fields, String name) {
        return fields.items(name).stream()
                .filter(Data.Fields.class::isInstance)
                .map(Data.Fields.class::cast);
    }

    private static boolean isTrue(Data.Fields fields, String name) {
        return fields.get(name).equals(Optional.of(Data.of(true)));
    }

    private static Optional<Place> place(Data.Fields fields) {
        List<Double> numbers =
                Stream.of("x", "y", "width", "height")
                        .flatMap(name -> fields.number(name).stream())
                        .toList();
        return numbers.size() == 4
                ? Optional.of(
                        new Place(
                                numbers.get(0),
                                numbers.get(1),
                                numbers.get(2),
                                numbers.get(3),
                                isTrue(fields, "maximized")))
                : Optional.empty();
    }

    private static Optional<Earlier> target(Data.Fields fields) {
        String name = fields.text("name").orElse("");
        Optional<Double> pid = fields.number("pid");
        if (pid.isEmpty()) {
            return fields.text("address")
                    .map(
                            address ->
                                    new Earlier.Remote(
                                            address, fields.text("user").orElse(""), name));
        }
        return fields.text("started_at")
                .flatMap(WindowMemoryFile::instant)
                .map(startedAt -> new Earlier.Local(pid.get().longValue(), startedAt, name));
    }

    private static Optional<Instant> instant(String text) {
        try {
            return Optional.of(Instant.parse(text));
        } catch (DateTimeException _) {
            return Optional.empty();
        }
    }
}
