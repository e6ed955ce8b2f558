package io.hotlens.app.llm.egress;

import io.hotlens.app.access.Redactor;
import io.hotlens.skills.data.Harmless;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Cleans one text at a time by the shape of what stands in it. Safe from any thread.
final class TextCleaner {

    /// A line of a stack trace; it names code only.
    private static final Pattern FRAME =
            Pattern.compile(
                    "\\s*(?:at )?[\\w.$/@<>-]++\\((?:[\\w$]++\\.(?:java|kt|scala|groovy)(?::\\d++)?"
                            + "|Native Method|Unknown Source)\\)\\s*|\\s*\\.\\.\\. \\d++ more\\s*");

    /// An exception as it is printed: its class, then its message.
    private static final Pattern CAUSE =
            Pattern.compile(
                    "(\\s*(?:Caused by: |Suppressed: )?[\\w.$]*(?:Exception|Error|Throwable))"
                            + "(?:: (.*))?");

    /// Options whose names are those of the JVM, or of a property.
    private static final Pattern OPTION =
            Pattern.compile("-(?:X|D[^=]*+=|-add-|-enable-|ea|da|server|client).*");

    /// Finds what may not leave; spans are in order.
    @FunctionalInterface
    private interface Rule {
        List<Span> find(String text);
    }

    private static final List<Rule> TEXTS =
            List.of(Rules::exceptionMessages, Rules::quoted, Rules::sql, Rules::options);
    private static final List<Rule> NAMES =
            List.of(
                    Rules::jdbcUrls,
                    Rules::urls,
                    Rules::users,
                    Rules::paths,
                    Rules::addresses,
                    Words::starred,
                    Words::find);

    private final Redactor redactor;
    private final Stock stock;
    private final Set<DataClass> allowed;
    private final Harmless plainProse = new Harmless(4096, text -> isPlain(text, TEXTS));
    private final Harmless plainOwn = new Harmless(64, text -> isPlain(text, List.of()));

    /// What is remembered of a session.
    record Stock(Pseudonyms pseudonyms, SeenTexts seen, KnownNames names) {
        Stock() {
            this(new Pseudonyms(), new SeenTexts(), new KnownNames());
        }
    }

    TextCleaner(Redactor redactor, Stock stock, Set<DataClass> allowed) {
        this.redactor = redactor;
        this.stock = stock;
        this.allowed = allowed;
    }

    /// A text of which nothing is known.
    String prose(String text, Findings findings) {
        return clean(text, TEXTS, plainProse, findings);
    }

    /// What the user says: secrets are taken out and names replaced, nothing is withheld that he
    /// wrote himself.
    String own(String text, Findings findings) {
        return clean(text, List.of(), plainOwn, findings);
    }

    /// Whether nothing in a text has the shape of what may not leave. What is known of the session
    /// plays no part in it.
    private boolean isPlain(String text, List<Rule> first) {
        return new Draft(text).text().equals(text)
                && Pseudonyms.lookalikes(text).isEmpty()
                && Rules.mails(text).isEmpty()
                && redactor.redact(text).equals(text)
                && first.stream().allMatch(rule -> rule.find(text).isEmpty())
                && NAMES.stream().allMatch(rule -> rule.find(text).isEmpty());
    }

    private String clean(String text, List<Rule> first, Harmless plain, Findings findings) {
        if (text.length() < 3) {
            return text;
        }
        var draft = new Draft(text);
        findings.read(draft.text());
        if (plain.test(text)
                && stock.seen().find(text).isEmpty()
                && stock.names().find(text).isEmpty()) {
            return text;
        }
        draft.replace(stock.seen().find(draft.text()), this::standIn);
        draft.replace(Pseudonyms.lookalikes(draft.text()), this::escaped);
        draft.replace(Rules.mails(draft.text()), this::standIn);
        draft.between(piece -> redacted(piece, findings));
        apply(draft, first);
        apply(draft, NAMES);
        apply(draft, List.of(stock.names()::find));
        return draft.finish(findings.replaced());
    }

    private void apply(Draft draft, List<Rule> rules) {
        for (Rule rule : rules) {
            draft.replace(rule.find(draft.text()), this::standIn);
        }
    }

    private String redacted(String text, Findings findings) {
        String clean = redactor.redact(text);
        findings.secret(marks(clean) - marks(text));
        return clean;
    }

    private static int marks(String text) {
        int count = 0;
        for (int at = text.indexOf(Redactor.MARK);
                at >= 0;
                at = text.indexOf(Redactor.MARK, at + 1)) {
            count++;
        }
        return count;
    }

    private Optional<String> standIn(StandIn kind, String original) {
        if (allowed.contains(kind.dataClass())) {
            return Optional.empty();
        }
        if (kind == StandIn.HOST || kind == StandIn.USER) {
            stock.names().learn(original, kind);
        }
        boolean returns = !kind.isNote() || stock.seen().learn(original, kind);
        return Optional.of(
                returns ? stock.pseudonyms().of(kind, original) : kind.writeLost(original));
    }

    /// Also where the class is allowed: else a text could speak of what a stand-in stands for.
    private Optional<String> escaped(StandIn kind, String original) {
        return Optional.of(stock.pseudonyms().of(kind, original));
    }

    /// A text that is wholly of one kind.
    String whole(StandIn kind, String text, Findings findings) {
        if (text.isBlank() || allowed.contains(kind.dataClass()) || isHarmless(kind, text)) {
            return prose(text, findings);
        }
        String clean = standIn(kind, text).orElseThrow();
        findings.replaced().add(new Replaced(kind.dataClass(), text, clean));
        return clean;
    }

    private static boolean isHarmless(StandIn kind, String text) {
        if (text.equals(Redactor.MARK)) {
            return true;
        }
        return switch (kind) {
            case PROPERTY, MBEAN -> Rules.isMeasure(text);
            case LOG_TEXT -> Rules.isOfTheJvm(text);
            case HOST, USER, PATH -> Words.isPublicName(text);
            case IP, URL, MAIL, ID, SQL, HEAP -> false;
        };
    }

    /// A record of a log or a message: each line is withheld but for names of exceptions and frames
    /// of their stacks.
    String log(String text, Findings findings) {
        if (allowed.contains(DataClass.LOG_TEXT)) {
            return prose(text, findings);
        }
        var clean = new ArrayList<String>();
        for (String line : text.split("\n", -1)) {
            Matcher cause = CAUSE.matcher(line);
            if (FRAME.matcher(line).matches()) {
                clean.add(prose(line, findings));
            } else if (cause.matches()) {
                String message = cause.group(2);
                clean.add(
                        prose(cause.group(1), findings)
                                + (message == null
                                        ? ""
                                        : ": " + whole(StandIn.LOG_TEXT, message, findings)));
            } else {
                clean.add(whole(StandIn.LOG_TEXT, line, findings));
            }
        }
        return String.join("\n", clean);
    }

    /// An option of a command line, or several: those of the JVM itself stay but for their values.
    String options(String text, Findings findings) {
        if (allowed.contains(DataClass.PROPERTIES)) {
            return prose(text, findings);
        }
        if (text.startsWith("-D") && text.indexOf('=') > 0 && !text.contains(" -")) {
            return option(text, findings);
        }
        var clean = new ArrayList<String>();
        for (String option : text.split(" ", -1)) {
            clean.add(
                    OPTION.matcher(option).matches()
                            ? option(option, findings)
                            : whole(StandIn.PROPERTY, option, findings));
        }
        return String.join(" ", clean);
    }

    private String option(String option, Findings findings) {
        int equals = option.indexOf('=');
        boolean valued = equals > 0 && (option.startsWith("-D") || option.startsWith("-XX:"));
        if (!valued) {
            return prose(option, findings);
        }
        String name = option.substring(0, equals);
        String value = option.substring(equals + 1);
        return prose(name, findings)
                + "="
                + (Rules.isOpenValue(name, value)
                        ? value
                        : whole(StandIn.PROPERTY, value, findings));
    }

    /// A host, an address or both with a port.
    String host(String text, Findings findings) {
        int port = text.lastIndexOf(':');
        boolean ported = port > 0 && text.substring(port + 1).matches("[0-9]{1,5}");
        String name = ported ? text.substring(0, port) : text;
        return Words.isHostName(name)
                ? whole(StandIn.HOST, name, findings) + text.substring(name.length())
                : prose(text, findings);
    }

    /// The name of a file, or something else that is called a path, such as that to an object.
    String path(String text, Findings findings) {
        boolean file = text.length() > 1 && (text.indexOf('/') >= 0 || text.indexOf('\\') >= 0);
        return file && Rules.urls(text).isEmpty()
                ? whole(StandIn.PATH, text, findings)
                : prose(text, findings);
    }
}
