package io.hotlens.ui.theme;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import javafx.scene.paint.Color;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Whether every text can be read on every ground, computed from the colours of the themes.
final class ContrastTest {

    private static final String OURS = "/io/hotlens/ui/";
    private static final Pattern VARIABLE = Pattern.compile("(-color-[\\w-]+):\\s*([^;]+);");
    private static final Pattern RULE = Pattern.compile("([^{}]+)\\{([^}]*)}");
    private static final Pattern GROUND =
            Pattern.compile("-fx-background-color: (-color-[\\w-]+);");
    private static final Pattern TEXT = Pattern.compile("-fx-text-fill: (-color-[\\w-]+);");

    /// What texts are written in.
    private static final List<String> TEXTS =
            List.of(
                    "-color-fg-default",
                    "-color-fg-muted",
                    "-color-accent-fg",
                    "-color-success-fg",
                    "-color-warning-fg",
                    "-color-danger-fg");

    /// Pages, cards, sidebar, menus, chosen rows; notes and banners have texts of their own.
    private static final List<String> GROUNDS =
            List.of(
                    "-color-bg-default",
                    "-color-bg-subtle",
                    "-color-bg-inset",
                    "-color-bg-overlay",
                    "-color-accent-subtle");

    private record Pair(String text, String ground) {}

    private static String read(String resource) {
        try (InputStream in = ContrastTest.class.getResourceAsStream(resource)) {
            byte[] bytes = Objects.requireNonNull(in, resource).readAllBytes();
            return new String(bytes, StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }

    private static Map<String, String> variables(Theme theme) {
        var all = new HashMap<>(root(read(theme.controls())));
        if (!theme.colours().isEmpty()) {
            all.putAll(root(read(OURS + theme.colours())));
        }
        return all;
    }

    private static Map<String, String> root(String sheet) {
        var found = new HashMap<String, String>();
        Matcher rules = RULE.matcher(sheet);
        while (rules.find()) {
            if (rules.group(1).strip().endsWith(".root")) {
                Matcher variable = VARIABLE.matcher(rules.group(2));
                while (variable.find()) {
                    found.put(variable.group(1), variable.group(2).strip());
                }
            }
        }
        return found;
    }

    private static Color color(Map<String, String> variables, String name) {
        String value = Objects.requireNonNull(variables.get(name), name);
        return value.startsWith("-color") ? color(variables, value) : Color.web(value);
    }

    private static Color over(Color upper, Color lower) {
        double part = upper.getOpacity();
        return Color.color(
                upper.getRed() * part + lower.getRed() * (1 - part),
                upper.getGreen() * part + lower.getGreen() * (1 - part),
                upper.getBlue() * part + lower.getBlue() * (1 - part));
    }

    /// As WCAG 2.2 defines it.
    private static double contrast(Color one, Color other) {
        double lighter = Math.max(luminance(one), luminance(other));
        double darker = Math.min(luminance(one), luminance(other));
        return (lighter + 0.05) / (darker + 0.05);
    }

    private static double luminance(Color color) {
        return 0.2126 * linear(color.getRed())
                + 0.7152 * linear(color.getGreen())
                + 0.0722 * linear(color.getBlue());
    }

    private static double linear(double channel) {
        return channel <= 0.03928 ? channel / 12.92 : Math.pow((channel + 0.055) / 1.055, 2.4);
    }

    /// Every text on every ground, what the style sheet puts together, and the words of buttons.
    private static List<Pair> pairs() {
        var pairs = new ArrayList<Pair>();
        TEXTS.forEach(text -> GROUNDS.forEach(ground -> pairs.add(new Pair(text, ground))));
        Matcher rules = RULE.matcher(read(OURS + "hotlens.css"));
        while (rules.find()) {
            Matcher text = TEXT.matcher(rules.group(2));
            Matcher ground = GROUND.matcher(rules.group(2));
            if (text.find() && ground.find()) {
                pairs.add(new Pair(text.group(1), ground.group(1)));
            } else if (rules.group(1).contains(".note") && ground.find(0)) {
                pairs.add(new Pair("-color-fg-default", ground.group(1)));
                pairs.add(new Pair("-color-fg-muted", ground.group(1)));
            }
        }
        pairs.add(new Pair("-color-fg-default", "-color-warning-subtle"));
        pairs.add(new Pair("-color-fg-emphasis", "-color-accent-emphasis"));
        pairs.add(new Pair("-color-fg-emphasis", "-color-danger-emphasis"));
        return pairs;
    }

    @ParameterizedTest
    @EnumSource
    void everyTextCanBeReadOnEveryGround(Theme theme) {
        double least = theme == Theme.HIGH_CONTRAST ? 7 : 4.5;
        Map<String, String> variables = variables(theme);
        Color page = color(variables, "-color-bg-default");
        var faint = new ArrayList<String>();
        for (Pair pair : pairs()) {
            Color ground = over(color(variables, pair.ground()), page);
            double found = contrast(over(color(variables, pair.text()), ground), ground);
            if (found < least) {
                faint.add("%s on %s: %.2f".formatted(pair.text(), pair.ground(), found));
            }
        }
        assertEquals(List.of(), faint);
        assertTrue(pairs().size() > TEXTS.size() * GROUNDS.size(), "the style sheet adds its own");
    }

    @Test
    void textsAreWrittenInNoOtherColour() {
        Set<String> used = new TreeSet<>();
        Matcher text = TEXT.matcher(read(OURS + "hotlens.css"));
        while (text.find()) {
            used.add(text.group(1));
        }
        used.removeAll(TEXTS);
        assertEquals(Set.of("-color-fg-emphasis"), used);
    }
}
