package io.hotlens.skills.builtin;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Optional;

/// The texts that ship with a built-in skill, beside its classes.
public final class SkillText {

    private SkillText() {}

    /// The skill's `prompt.md`.
    public static String prompt(String skill) {
        return read(skill + "/prompt.md")
                .orElseThrow(() -> new IllegalStateException(skill + " has no prompt.md"));
    }

    /// The skill's `playbook.lua`, if it has one.
    public static Optional<String> playbook(String skill) {
        return read(skill + "/playbook.lua");
    }

    private static Optional<String> read(String file) {
        try (InputStream in = SkillText.class.getResourceAsStream(file)) {
            return in == null
                    ? Optional.empty()
                    : Optional.of(new String(in.readAllBytes(), StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
