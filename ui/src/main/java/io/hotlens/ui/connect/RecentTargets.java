package io.hotlens.ui.connect;

import io.hotlens.skills.data.Data;
import io.hotlens.skills.data.Json;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/// The JMX addresses used last, newest first, in one small file. Users' names are kept, passwords
/// never.
public final class RecentTargets {

    private static final System.Logger LOG = System.getLogger(RecentTargets.class.getName());
    private static final int MOST = 8;

    private final Path file;

    /// One address as it was typed.
    ///
    /// @param user empty when none was given
    public record Recent(String address, String user, String name) {}

    public RecentTargets(Path file) {
        this.file = file;
    }

    /// What was stored; empty when the file is missing or cannot be understood.
    public List<Recent> load() {
        try {
            return Files.exists(file) ? read(Json.parse(Files.readString(file))) : List.of();
        } catch (IOException | IllegalArgumentException e) {
            LOG.log(System.Logger.Level.WARNING, () -> "ignoring " + file, e);
            return List.of();
        }
    }

    /// Puts `used` first and returns the new list; the list is right even when it cannot be stored.
    public List<Recent> add(Recent used) {
        var all = new ArrayList<Recent>();
        all.add(used);
        load().stream().filter(old -> !old.address().equals(used.address())).forEach(all::add);
        List<Recent> kept = List.copyOf(all.subList(0, Math.min(MOST, all.size())));
        try {
            Files.createDirectories(file.toAbsolutePath().getParent());
            Files.writeString(file, Json.writePretty(write(kept)));
        } catch (IOException e) {
            LOG.log(System.Logger.Level.WARNING, () -> "cannot store " + file, e);
        }
        return kept;
    }

    private static Data write(List<Recent> all) {
        return Data.items(
                all.stream()
                        .map(
                                recent ->
                                        Data.fields()
                                                .put("address", recent.address())
                                                .put("user", recent.user())
                                                .put("name", recent.name())
                                                .build())
                        .toList());
    }

    private static List<Recent> read(Data data) {
        var all = new ArrayList<Recent>();
        if (data instanceof Data.Items(List<Data> values)) {
            for (Data value : values) {
                if (value instanceof Data.Fields fields) {
                    fields.text("address")
                            .ifPresent(
                                    address ->
                                            all.add(
                                                    new Recent(
                                                            address,
                                                            fields.text("user").orElse(""),
                                                            fields.text("name").orElse(""))));
                }
            }
        }
        return all;
    }
}
