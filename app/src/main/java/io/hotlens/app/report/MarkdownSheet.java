package io.hotlens.app.report;

import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/// CommonMark with pipe tables; what comes from a target is escaped.
final class MarkdownSheet implements Sheet {

    private static final Pattern SIGN = Pattern.compile("[\\\\`*_{}\\[\\]()<>#+\\-.!|&~:@]");
    private static final Pattern FENCE = Pattern.compile("`{3,}");

    private final StringBuilder text = new StringBuilder();

    @Override
    public void title(String title, String about) {
        block("# " + escaped(title));
        block(escaped(about));
    }

    @Override
    public void section(String heading) {
        block("## " + escaped(heading));
    }

    @Override
    public void part(String heading) {
        block("### " + escaped(heading));
    }

    @Override
    public void lead(String sentence) {
        block("**" + escaped(sentence.strip()) + "**");
    }

    @Override
    public void text(String sentence) {
        block(escaped(sentence));
    }

    @Override
    public void code(String code) {
        String fence = "```";
        Matcher longer = FENCE.matcher(code);
        while (longer.find()) {
            fence = longer.group().length() >= fence.length() ? longer.group() + "`" : fence;
        }
        String plain = code.lines().map(PlainText::line).collect(Collectors.joining("\n"));
        block(fence + "\n" + plain + "\n" + fence);
    }

    @Override
    public void facts(List<Fact> facts) {
        table(
                List.of("What", "Value"),
                facts.stream().map(fact -> List.of(fact.name(), fact.value())).toList());
    }

    @Override
    public void items(List<String> items) {
        items.forEach(item -> text.append("- ").append(escaped(item)).append('\n'));
        text.append('\n');
    }

    @Override
    public void steps(List<List<String>> rows) {
        table(List.of("Time", "Who", "What"), rows);
    }

    private void table(List<String> head, List<List<String>> rows) {
        row(head);
        row(head.stream().map(_ -> "---").toList());
        rows.forEach(row -> row(row.stream().map(MarkdownSheet::escaped).toList()));
        text.append('\n');
    }

    private void row(List<String> cells) {
        text.append("| ").append(String.join(" | ", cells)).append(" |\n");
    }

    private void block(String paragraph) {
        text.append(paragraph).append("\n\n");
    }

    /// Every sign that could mean something gets a backslash; it stays on its line.
    static String escaped(String target) {
        return SIGN.matcher(PlainText.line(target)).replaceAll("\\\\$0");
    }

    @Override
    public String finish() {
        return text.toString();
    }
}
