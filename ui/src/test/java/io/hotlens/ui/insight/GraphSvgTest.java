package io.hotlens.ui.insight;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.hotlens.app.notification.Notification;
import io.hotlens.app.notification.NotificationId;
import io.hotlens.ui.support.Samples;

import org.junit.jupiter.api.Test;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.NodeList;
import org.xml.sax.InputSource;
import org.xml.sax.SAXException;

import java.io.IOException;
import java.io.StringReader;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;

import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;

/// The document that a graph is saved as, read by a parser.
final class GraphSvgTest {

    private static final GraphColours COLOURS =
            new GraphColours("white", "azure", "silver", "black", "gray", "blue", "orange", "red");

    private static Document parsed(CorrelationGraph graph, String title) {
        GraphLayout layout = LayeredLayout.of(graph, GraphSvgTest::width);
        String svg = GraphSvg.of(title, graph, layout, COLOURS, GraphSvgTest::width);
        try {
            return DocumentBuilderFactory.newInstance()
                    .newDocumentBuilder()
                    .parse(new InputSource(new StringReader(svg)));
        } catch (SAXException | IOException | ParserConfigurationException e) {
            throw new AssertionError(svg, e);
        }
    }

    private static double width(String text) {
        return 6.5 * text.length();
    }

    private static List<Element> all(Document document, String tag) {
        NodeList nodes = document.getElementsByTagName(tag);
        var found = new ArrayList<Element>();
        for (int i = 0; i < nodes.getLength(); i++) {
            found.add((Element) nodes.item(i));
        }
        return found;
    }

    private static long count(Document document, String tag, Predicate<Element> wanted) {
        return all(document, tag).stream().filter(wanted).count();
    }

    private static CorrelationGraph deadlock() {
        return CorrelationGraph.of(
                Samples.insight(),
                List.of(Samples.deadlock(), Samples.starvation(), Samples.backlog()));
    }

    @Test
    void everyNodeAndEdgeIsThereWithItsTitle() {
        Document document = parsed(deadlock(), "why");
        assertEquals(3, count(document, "g", g -> g.getAttribute("class").equals("node")));
        assertEquals(2, count(document, "g", g -> g.getAttribute("class").equals("edge causal")));
        assertEquals(1, count(document, "g", g -> g.getAttribute("class").equals("edge temporal")));
        List<String> titles = all(document, "title").stream().map(Element::getTextContent).toList();
        assertEquals("why", titles.getFirst());
        assertTrue(
                titles.stream().anyMatch(title -> title.contains(Samples.deadlock().observation())),
                titles::toString);
        assertEquals(0, count(document, "path", GraphSvgTest::isDashed));
        List<String> texts = all(document, "text").stream().map(Element::getTextContent).toList();
        assertTrue(texts.contains("1. deadlock"), texts::toString);
        assertTrue(texts.contains("2 s later"), texts::toString);
    }

    private static boolean isDashed(Element element) {
        return !List.of("", "none").contains(element.getAttribute("stroke-dasharray"));
    }

    @Test
    void aGuessIsDashed() {
        Document document =
                parsed(
                        CorrelationGraph.of(
                                Samples.guess(), List.of(Samples.starvation(), Samples.backlog())),
                        "guess");
        assertEquals(2, count(document, "path", GraphSvgTest::isDashed));
        assertEquals(1, count(document, "rect", GraphSvgTest::isDashed));
    }

    @Test
    void whatTheTargetSaysIsTextAndNothingElse() {
        String hostile = "</text><script>alert('&')</script> \u0000\u001b \uD83D\uDE80 ]]>";
        Notification like = Samples.deadlock();
        var evil =
                new Notification(
                        new NotificationId("00000000000000ee"),
                        like.investigation(),
                        like.operator(),
                        "deadlock",
                        hostile,
                        like.severity(),
                        hostile,
                        hostile,
                        like.hypothesis(),
                        like.snapshots(),
                        like.evidence(),
                        like.detectedAt());
        Document document = parsed(CorrelationGraph.of(Samples.insight(), List.of(evil)), hostile);
        assertEquals(0, all(document, "script").size());
        assertEquals(
                hostile.replace('\u0000', '?').replace('\u001b', '?'),
                all(document, "title").getFirst().getTextContent());
    }

    @Test
    void longTextsAreCutToTheirRoomAndMarked() {
        List<String> texts =
                all(parsed(deadlock(), "long"), "text").stream()
                        .map(Element::getTextContent)
                        .toList();
        assertTrue(texts.stream().anyMatch(text -> text.endsWith("…")), texts::toString);
        assertTrue(
                texts.stream().allMatch(text -> width(text) <= LayeredLayout.NODE_WIDTH),
                texts::toString);
    }
}
