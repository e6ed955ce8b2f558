package io.hotlens.app.custom;

import io.hotlens.app.settings.ConfigFolder;
import io.hotlens.skills.skill.Skill;
import io.hotlens.skills.skill.SkillId;

import java.io.IOException;
import java.net.MalformedURLException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.ServiceConfigurationError;
import java.util.ServiceLoader;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Stream;

/// Finds the user's own skills, anew each time it is asked: folders with Lua, and Java archives
/// with a `ServiceLoader` entry for [Skill]. What is broken hurts nothing else.
public final class CustomSkills {

    private final ConfigFolder folder;

    public CustomSkills(ConfigFolder folder) {
        this.folder = folder;
    }

    /// Every skill found, broken ones among them as skills that cannot be used and say why.
    ///
    /// @param taken ids that are not free any more
    /// @param neighbours what the callbacks of folder skills may call
    public List<Skill> find(Set<SkillId> taken, Neighbours neighbours) {
        var ids = new HashSet<>(taken);
        var found = new ArrayList<Skill>();
        for (Path one : children(folder.skills(), Files::isDirectory)) {
            add(read(one, neighbours), one, ids, found);
        }
        for (Path archive : children(folder.plugins(), CustomSkills::isArchive)) {
            for (Skill skill : load(archive)) {
                add(skill, archive, ids, found);
            }
        }
        return List.copyOf(found);
    }

    /// Writes a folder for a script, and reads it as it will be read at the next connection.
    ///
    /// @param taken ids that are not free any more
    /// @return the folder
    /// @throws IllegalArgumentException when the id is taken or the script does not compile;
    ///   nothing is written then
    /// @throws IOException when it cannot be written; the message says what
    public Path create(SkillDraft draft, Set<SkillId> taken)
            throws IOException, InterruptedException {
        Path home = folder.skills().resolve(draft.id().value());
        if (taken.contains(draft.id()) || Files.exists(home)) {
            throw new IllegalArgumentException(
                    "there is a skill called '%s' already: give this one another id"
                            .formatted(draft.id()));
        }
        var skill =
                new FolderSkill(
                        SkillJson.parse(draft.json()),
                        "",
                        draft.asFunction(),
                        Optional.empty(),
                        new Neighbours());
        Optional<String> mistake = skill.mistake();
        if (mistake.isPresent()) {
            throw new IllegalArgumentException(
                    "the script cannot become a skill: "
                            + mistake.get().replaceFirst("^callbacks\\.lua:(?=\\d)", "line "));
        }
        try {
            Files.createDirectories(home);
            Files.writeString(home.resolve("skill.json"), draft.json());
            Files.writeString(home.resolve("prompt.md"), draft.title() + "\n");
            Files.writeString(
                    home.resolve(draft.isPlaybook() ? "playbook.lua" : "callbacks.lua"),
                    draft.isPlaybook() ? draft.code() : draft.asFunction());
        } catch (IOException e) {
            throw new IOException(home + " cannot be written: " + e.getMessage(), e);
        }
        return home;
    }

    private static boolean isArchive(Path file) {
        return file.getFileName().toString().endsWith(".jar");
    }

    private static void add(Skill skill, Path from, Set<SkillId> ids, List<Skill> found) {
        if (ids.add(skill.id())) {
            found.add(skill);
        } else {
            found.add(
                    new BrokenSkill(
                            from.getFileName().toString(),
                            from + ": another skill is called '" + skill.id() + "' already"));
        }
    }

    private static List<Path> children(Path parent, Predicate<Path> wanted) {
        try (Stream<Path> all = Files.list(parent)) {
            return all.filter(wanted).sorted().toList();
        } catch (IOException _) {
            return List.of();
        }
    }

    private static Skill read(Path from, Neighbours neighbours) {
        String name = from.getFileName().toString();
        try {
            FolderSkill skill =
                    new FolderSkill(
                            described(from),
                            text(from, "prompt.md").orElse(""),
                            text(from, "callbacks.lua").orElse(""),
                            text(from, "playbook.lua"),
                            neighbours);
            return skill.mistake()
                    .<Skill>map(why -> new BrokenSkill(name, from.resolve(why).toString()))
                    .orElse(skill);
        } catch (IOException | IllegalArgumentException e) {
            return new BrokenSkill(name, String.valueOf(e.getMessage()));
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
            return new BrokenSkill(name, from + ": reading it was cancelled");
        }
    }

    private static SkillJson described(Path from) throws IOException {
        Path file = from.resolve("skill.json");
        String json =
                text(from, "skill.json").orElseThrow(() -> new IOException(file + " is missing"));
        try {
            return SkillJson.parse(json);
        } catch (IllegalArgumentException e) {
            throw new IllegalArgumentException(file + ": " + e.getMessage(), e);
        }
    }

    private static Optional<String> text(Path from, String name) throws IOException {
        Path file = from.resolve(name);
        if (!Files.exists(file)) {
            return Optional.empty();
        }
        try {
            return Optional.of(Files.readString(file, StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new IOException(file + " cannot be read: " + e.getMessage(), e);
        }
    }

    /// The archive stays open: its classes are loaded when they are needed.
    @SuppressWarnings("resource")
    private static List<Skill> load(Path archive) {
        String name = archive.getFileName().toString();
        var skills = new ArrayList<Skill>();
        try {
            var loader =
                    new URLClassLoader(
                            new URL[] {archive.toUri().toURL()},
                            CustomSkills.class.getClassLoader());
            ServiceLoader.load(Skill.class, loader).stream()
                    .filter(provider -> loader.equals(provider.type().getClassLoader()))
                    .forEach(provider -> skills.add(provider.get()));
            return skills.isEmpty()
                    ? List.of(new BrokenSkill(name, archive + " offers no skill by ServiceLoader"))
                    : List.copyOf(skills);
        } catch (ServiceConfigurationError | LinkageError | MalformedURLException e) {
            return List.of(new BrokenSkill(name, archive + ": " + e.getMessage()));
        }
    }
}
