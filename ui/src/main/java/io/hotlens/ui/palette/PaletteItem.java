package io.hotlens.ui.palette;

import io.hotlens.ui.text.Messages;

import java.util.function.Supplier;

/// Something the palette can find.
///
/// @param id by which it is known again, so that what was used last stands first
/// @param title what its name is; matched letter by letter, or for what was found, as a text
/// @param detail where it is, or what it says; may be empty
/// @param text what is searched of what was found, in lower case; may be made when it is asked for,
///   on another thread
/// @param keys what does the same; may be empty
public record PaletteItem(
        Kind kind,
        String id,
        String title,
        String detail,
        Supplier<String> text,
        String keys,
        Runnable action) {

    /// What it is, in the order in which equals are listed.
    public enum Kind {
        COMMAND,
        SCREEN,
        TARGET,
        JVM,
        CALLBACK,
        PLAYBOOK,
        INSIGHT,
        NOTIFICATION,
        STEP;

        String title() {
            return switch (this) {
                case COMMAND -> Messages.text("palette.command");
                case SCREEN -> Messages.text("palette.screen");
                case TARGET -> Messages.text("palette.target");
                case JVM -> Messages.text("palette.jvm");
                case CALLBACK -> Messages.text("palette.callback");
                case PLAYBOOK -> Messages.text("palette.playbook");
                case INSIGHT -> Messages.text("palette.insight");
                case NOTIFICATION -> Messages.text("palette.notification");
                case STEP -> Messages.text("palette.step");
            };
        }

        /// Whether it is found by the words in it, and only when there are some.
        boolean isText() {
            return this == INSIGHT || this == NOTIFICATION || this == STEP;
        }
    }

    /// Something that has a name.
    public static PaletteItem named(
            Kind kind, String id, String title, String detail, Runnable action) {
        return new PaletteItem(kind, id, title, detail, () -> "", "", action);
    }

    /// Something that was found.
    public static PaletteItem found(
            Kind kind, String title, String detail, Supplier<String> text, Runnable action) {
        return new PaletteItem(kind, "", title, detail, text, "", action);
    }

    public PaletteItem withKeys(String shown) {
        return new PaletteItem(kind, id, title, detail, text, shown, action);
    }
}
