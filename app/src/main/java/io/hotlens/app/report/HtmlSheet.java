package io.hotlens.app.report;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;

/// One HTML file without scripts, pictures or anything else to fetch; its policy forbids them too.
final class HtmlSheet implements Sheet {

    private final StringBuilder body = new StringBuilder();
    private String title = "";
    private boolean inSection;

    @Override
    public void title(String text, String about) {
        title = text;
        body.append("<header>\n");
        element("h1", text);
        element("p", about);
        body.append("</header>\n");
    }

    @Override
    public void section(String heading) {
        if (inSection) {
            body.append("</section>\n");
        }
        inSection = true;
        body.append("<section>\n");
        element("h2", heading);
    }

    @Override
    public void part(String heading) {
        element("h3", heading);
    }

    @Override
    public void lead(String text) {
        body.append("<p class=\"lead\">").append(escaped(text)).append("</p>\n");
    }

    @Override
    public void text(String text) {
        element("p", text);
    }

    @Override
    public void code(String text) {
        element("pre", text);
    }

    @Override
    public void facts(List<Fact> facts) {
        body.append("<table class=\"facts\">\n");
        for (Fact fact : facts) {
            body.append("<tr><th scope=\"row\">")
                    .append(escaped(fact.name()))
                    .append("</th><td>")
                    .append(escaped(fact.value()))
                    .append("</td></tr>\n");
        }
        body.append("</table>\n");
    }

    @Override
    public void items(List<String> items) {
        body.append("<ul>\n");
        items.forEach(item -> element("li", item));
        body.append("</ul>\n");
    }

    @Override
    public void steps(List<List<String>> rows) {
        body.append("<table class=\"steps\">\n");
        for (List<String> row : rows) {
            body.append("<tr>");
            row.forEach(cell -> body.append("<td>").append(escaped(cell)).append("</td>"));
            body.append("</tr>\n");
        }
        body.append("</table>\n");
    }

    private void element(String name, String text) {
        body.append('<')
                .append(name)
                .append('>')
                .append(escaped(text))
                .append("</")
                .append(name)
                .append(">\n");
    }

    @Override
    public String finish() {
        return """
        <!DOCTYPE html>
        <html lang="en">
        <head>
        <meta charset="utf-8">
        <meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'">
        <meta name="viewport" content="width=device-width, initial-scale=1">
        <meta name="color-scheme" content="light dark">
        <title>%s</title>
        <style>
        %s</style>
        </head>
        <body>
        <main>
        %s%s</main>
        </body>
        </html>
        """
                .formatted(escaped(title), style(), body, inSection ? "</section>\n" : "");
    }

    private static String style() {
        try (InputStream sheet =
                Objects.requireNonNull(HtmlSheet.class.getResourceAsStream("report.css"))) {
            return new String(sheet.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /// Nothing of it is markup any more, and nothing changes the direction or the place of what
    /// stands beside it.
    static String escaped(String text) {
        var safe = new StringBuilder(text.length() + 16);
        text.codePoints()
                .forEach(
                        c -> {
                            switch (c) {
                                case '&' -> safe.append("&amp;");
                                case '<' -> safe.append("&lt;");
                                case '>' -> safe.append("&gt;");
                                case '"' -> safe.append("&quot;");
                                case '\'' -> safe.append("&#39;");
                                default -> safe.appendCodePoint(PlainText.visible(c) ? c : 0xFFFD);
                            }
                        });
        return safe.toString();
    }
}
