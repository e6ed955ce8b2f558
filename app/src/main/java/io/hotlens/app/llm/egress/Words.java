package io.hotlens.app.llm.egress;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/// Knows hosts, addresses, file names and opaque tokens by their shape, and tells them from names
/// of classes, packages and threads.
final class Words {

    private static final Pattern IPV4 = Pattern.compile("(?:[0-9]{1,3}\\.){3}[0-9]{1,3}");
    private static final Pattern OWN_IPV4 = Pattern.compile("127\\..*|0\\.0\\.0\\.0|255\\..*");
    private static final Pattern UUID =
            Pattern.compile("[0-9a-fA-F]{8}(?:-[0-9a-fA-F]{4}){3}-[0-9a-fA-F]{12}");
    private static final Pattern ADDRESS_IN_MEMORY = Pattern.compile("0x[0-9a-fA-F]{1,16}");
    private static final Pattern HOST_NAME =
            Pattern.compile("[A-Za-z0-9](?:[A-Za-z0-9.-]{0,251}[A-Za-z0-9])?");

    /// An identifier, an address or a long run within a word, such as the name of a thread.
    static final Pattern PART =
            Pattern.compile(
                    "(?<![0-9A-Fa-f])"
                            + UUID
                            + "(?![0-9A-Fa-f])|(?<![0-9.])"
                            + IPV4
                            + "(?!\\.?[0-9])|[A-Za-z0-9]{16,}+");

    private static final Pattern LAST_NUMBER = Pattern.compile("[0-9]++$");
    private static final Pattern STARRED = Pattern.compile("[A-Za-z0-9*]{8,}+");

    private static final Set<String> PACKAGE_ROOTS =
            words("java javax jdk sun com org net io kotlin scala jakarta groovy edu");
    private static final Set<String> DOMAINS =
            words(
                    "com net org io biz info dev app cloud ai gov edu mil int arpa internal local"
                        + " lan corp intra intranet home localdomain domain private svc cluster"
                        + " consul test example invalid eu de ch at fr uk us ca au jp cn ru nl be"
                        + " se fi dk pl cz es it pt br mx kr tw hk sg nz ie tech online site xyz"
                        + " bank");
    private static final Set<String> FILE_ENDINGS =
            words(
                    "log txt csv json xml yml yaml properties conf cfg ini jar war ear zip gz tgz"
                        + " db sqlite pem key crt cer p12 pfx jks keystore truststore hprof jfr dat"
                        + " bin tmp bak pdf sql sh so dll exe out pid sock env docx xlsx");
    private static final Set<String> PUBLIC_NAMES =
            words(
                    "localhost root admin user users nobody daemon system unknown name "
                            + "default none null java tomcat postgres mysql www-data redis kafka "
                            + "false true");

    private static final double RANDOM_CHANGES = 0.4;
    private static final int LONG_PART = 16;
    private static final int UUID_LENGTH = 36;

    private Words() {}

    private static Set<String> words(String all) {
        return Set.of(all.split(" "));
    }

    /// Names that say nothing about whose they are.
    static boolean isPublicName(String name) {
        return PUBLIC_NAMES.contains(name.toLowerCase(Locale.ROOT));
    }

    /// Whether a text can be a host's name or address.
    static boolean isHostName(String text) {
        return HOST_NAME.matcher(text).matches() && text.chars().anyMatch(Character::isLetter);
    }

    static Optional<StandIn> address(String text) {
        return IPV4.matcher(text).matches() && !OWN_IPV4.matcher(text).matches()
                ? Optional.of(StandIn.IP)
                : Optional.empty();
    }

    static List<Span> find(String text) {
        var found = new ArrayList<Span>();
        for (Word word : Word.in(text)) {
            boolean glued = word.start() > 0 && text.charAt(word.start() - 1) == '@';
            boolean call = word.next() < text.length() && text.charAt(word.next()) == '(';
            find(text, word, glued || call, found);
        }
        return found;
    }

    /// @param code whether it is part of what is surely code, such as the name before a bracket
    private static void find(String text, Word place, boolean code, List<Span> found) {
        int end = place.end();
        while (text.charAt(end - 1) == '.' || text.charAt(end - 1) == '-') {
            end--;
        }
        String word = text.substring(place.start(), end);
        Optional<StandIn> kind = code ? Optional.empty() : kind(word, place.hasPort());
        if (kind.isPresent()) {
            found.add(new Span(place.start(), end, kind.get()));
        } else if (mayHavePart(word)) {
            parts(word, place.start()).forEach(found::add);
        }
    }

    private static Optional<StandIn> kind(String word, boolean port) {
        int dot = word.lastIndexOf('.');
        if (dot < 0) {
            boolean named = Character.isLetter(word.charAt(0)) && word.indexOf('_') < 0;
            boolean host = port && named && word.indexOf('-') > 0;
            return host ? Optional.of(StandIn.HOST) : Optional.empty();
        }
        return address(word).or(() -> dotted(word, word.substring(dot + 1), port));
    }

    /// What a word with dots is, when it is no name in code.
    private static Optional<StandIn> dotted(String word, String ending, boolean port) {
        String first = word.substring(0, word.indexOf('.'));
        boolean digitsFirst = first.chars().allMatch(c -> c >= '0' && c <= '9');
        if (word.indexOf('$') >= 0 || digitsFirst || PACKAGE_ROOTS.contains(first)) {
            return Optional.empty();
        }
        int dash = ending.indexOf('-');
        String last = (dash < 0 ? ending : ending.substring(0, dash)).toLowerCase(Locale.ROOT);
        if (FILE_ENDINGS.contains(last)) {
            return Optional.of(StandIn.PATH);
        }
        boolean dashed = word.indexOf('-') >= 0;
        boolean oneCase =
                word.equals(word.toLowerCase(Locale.ROOT))
                        || word.equals(word.toUpperCase(Locale.ROOT));
        boolean letters = !last.isEmpty() && last.chars().allMatch(c -> c >= 'a' && c <= 'z');
        boolean host =
                letters
                        && word.indexOf('_') < 0
                        && (dashed || (oneCase && (port || DOMAINS.contains(last))));
        return host && isHostName(word) ? Optional.of(StandIn.HOST) : Optional.empty();
    }

    /// Tokens in names of groups, where a star stands for each number.
    static List<Span> starred(String text) {
        return text.indexOf('*') < 0
                ? List.of()
                : STARRED.matcher(text)
                        .results()
                        .filter(m -> m.group().chars().filter(c -> c == '*').count() >= 3)
                        .filter(m -> m.group().chars().anyMatch(Character::isLetter))
                        .map(m -> new Span(m.start(), m.end(), StandIn.ID))
                        .toList();
    }

    /// Whether [#PART] may be found in a word; wrong only with `true`.
    static boolean mayHavePart(String word) {
        int run = 0;
        for (int i = 0; i < word.length(); i++) {
            char c = word.charAt(i);
            run = Word.isLetterOrDigit(c) ? run + 1 : 0;
            boolean inNumbers = c == '.' && i > 0 && Word.isDigit(word.charAt(i - 1));
            if (run == LONG_PART || inNumbers || (c == '-' && word.length() >= UUID_LENGTH)) {
                return true;
            }
        }
        return false;
    }

    private static Stream<Span> parts(String word, int at) {
        return PART.matcher(word)
                .results()
                .flatMap(
                        m ->
                                part(m.group())
                                        .map(kind -> new Span(at + m.start(), at + m.end(), kind))
                                        .stream());
    }

    private static Optional<StandIn> part(String text) {
        if (UUID.matcher(text).matches()) {
            return Optional.of(StandIn.ID);
        }
        return address(text).or(() -> isOpaque(text) ? Optional.of(StandIn.ID) : Optional.empty());
    }

    /// Whether a run of letters and digits looks drawn by chance and not made of words.
    static boolean isOpaque(String run) {
        String body = LAST_NUMBER.matcher(run).replaceAll("");
        boolean mixed = body.chars().anyMatch(Character::isDigit);
        boolean letters = body.chars().anyMatch(Character::isLetter);
        boolean hex = run.chars().allMatch(c -> Character.digit(c, 16) >= 0);
        if (ADDRESS_IN_MEMORY.matcher(run).matches() || !letters) {
            return false;
        }
        if (hex && run.chars().anyMatch(Character::isDigit)) {
            return true;
        }
        if (!mixed) {
            return false;
        }
        int changes = 0;
        int digitGroups = 0;
        for (int i = 0; i < body.length(); i++) {
            boolean digit = Character.isDigit(body.charAt(i));
            boolean begins = i == 0 || kindOf(body.charAt(i)) != kindOf(body.charAt(i - 1));
            changes += i > 0 && begins ? 1 : 0;
            digitGroups += digit && begins ? 1 : 0;
        }
        return digitGroups >= 3 || changes >= RANDOM_CHANGES * (body.length() - 1);
    }

    private static int kindOf(char c) {
        return Character.isDigit(c) ? 0 : Character.isUpperCase(c) ? 1 : 2;
    }
}
