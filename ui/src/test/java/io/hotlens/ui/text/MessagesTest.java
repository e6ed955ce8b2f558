package io.hotlens.ui.text;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import org.junit.jupiter.api.Test;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Properties;
import java.util.ResourceBundle;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

final class MessagesTest {

    private static final Path SOURCES = Path.of("src", "main");
    private static final Pattern KEY = Pattern.compile("\"([a-z]+\\.[a-z_0-9]+)\"");
    private static final Pattern PLACE = Pattern.compile("\\{(\\d)");
    private static final Pattern COLOUR = Pattern.compile("#[0-9a-fA-F]{3,8}\\b|rgba?\\(");

    private static Set<String> defined() {
        return new TreeSet<>(
                ResourceBundle.getBundle("io.hotlens.ui.messages", Locale.ROOT).keySet());
    }

    private static Properties texts(String file) throws IOException {
        var texts = new Properties();
        try (var in =
                Files.newBufferedReader(
                        SOURCES.resolve(Path.of("resources", "io", "hotlens", "ui", file)))) {
            texts.load(in);
        }
        return texts;
    }

    private static Set<String> places(String text) {
        return PLACE.matcher(text)
                .results()
                .map(found -> found.group(1))
                .collect(Collectors.toCollection(TreeSet::new));
    }

    @Test
    void bothLanguagesSayTheSameAboutTheSame() throws IOException {
        Properties english = texts("messages.properties");
        Properties german = texts("messages_de.properties");
        assertEquals(english.stringPropertyNames(), german.stringPropertyNames());
        for (String key : english.stringPropertyNames()) {
            assertEquals(places(english.getProperty(key)), places(german.getProperty(key)), key);
            assertFalse(german.getProperty(key).contains("'"), key + " has an apostrophe");
        }
    }

    @Test
    void numbersAreWrittenAsTheLanguageDoes() {
        assertEquals("12,480", Formats.number(12_480));
        Messages.speak(Language.GERMAN);
        try {
            assertEquals("12.480", Formats.number(12_480));
            assertEquals("0,25", Formats.number(0.25));
            assertEquals("1 Feld", Messages.text("data.fields", 1));
        } finally {
            Messages.speak(Language.ENGLISH);
        }
    }

    private static String sources() throws IOException {
        var all = new StringBuilder();
        try (Stream<Path> files = Files.walk(SOURCES)) {
            for (Path file : files.filter(f -> f.toString().endsWith(".java")).toList()) {
                all.append(Files.readString(file));
            }
        }
        return all.toString();
    }

    @Test
    void everyKeyThatIsUsedIsDefinedAndEveryOneDefinedIsUsed() throws IOException {
        Set<String> areas = new TreeSet<>();
        defined().forEach(key -> areas.add(key.substring(0, key.indexOf('.'))));
        Set<String> used = new TreeSet<>();
        Matcher matcher = KEY.matcher(sources());
        while (matcher.find()) {
            String key = matcher.group(1);
            if (areas.contains(key.substring(0, key.indexOf('.'))) && !isMetric(key)) {
                used.add(key);
            }
        }
        assertEquals(defined(), used);
    }

    private static boolean isMetric(String key) {
        return key.startsWith("gc.")
                || key.startsWith("jvm.")
                || key.startsWith("threads.")
                || key.matches("events\\.\\w+_5m");
    }

    @Test
    void coloursComeFromTheThemeOnly() throws IOException {
        String sheet =
                Files.readString(
                        SOURCES.resolve(
                                Path.of("resources", "io", "hotlens", "ui", "hotlens.css")));
        assertEquals(0, COLOUR.matcher(sheet).results().count(), "colours in hotlens.css");
        assertEquals(0, COLOUR.matcher(sources()).results().count(), "colours in the code");
    }

    @Test
    void valuesAreNotInterpreted() {
        assertEquals("{0} ago", Messages.text("time.ago", "{0}"));
    }
}
