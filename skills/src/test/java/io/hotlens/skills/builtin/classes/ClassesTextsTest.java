package io.hotlens.skills.builtin.classes;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import java.time.Instant;
import java.util.List;
import java.util.stream.IntStream;

/// What the JVM prints of its classes and loaders, and what is read from it.
class ClassesTextsTest {

    private static final Instant START = Instant.parse("2026-01-01T00:00:00Z");
    private static final String HEADER =
            "ClassLoader         Parent              CLD*               Classes   ChunkSz   BlockSz"
                    + "  Type\n";

    private static String loader(int address, int classes, String type) {
        return "0x%016x  0x0000000000000000  0x%016x  %6d  4456448    207440  %s\n"
                .formatted(address, address + 0x1000, classes, type);
    }

    private static LoaderStats stats(int second, int copies, double collections) {
        var text = new StringBuilder(HEADER).append(loader(0, 700, "<boot class loader>"));
        IntStream.range(0, copies)
                .forEach(i -> text.append(loader(i + 1, 8, "com.shop.WebAppLoader")));
        return LoaderStats.parse(START.plusSeconds(second), text.toString(), collections);
    }

    @Test
    void loadersOfOneTypeCountTogether() {
        var expected = new LoaderStats.Type("com.shop.WebAppLoader", 3, 24, 3 * 4_456_448.0);
        assertEquals(expected, stats(0, 3, 0).types().get("com.shop.WebAppLoader"));
        assertEquals(8, expected.classesPerLoader());
    }

    @Test
    void aLoaderIsFoundByTheAddressOfItsData() {
        assertEquals(
                "com.shop.WebAppLoader", stats(0, 1, 0).typesByAddress().get("0x0000000000001001"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "Total = 3   768   4481024    224784",
                "                          4     12288      7704   + hidden classes",
                "0x1 0x2 0x3 a 1 2 com.shop.Loader",
                "0x1 0x2 0x3 1 2 3",
                "0x1 0x2 0x3 99999999999999 2 3 com.shop.Loader"
            })
    void rowsOfAnotherFormAreLeftOut(String row) {
        assertEquals(List.of(), LoaderStats.parse(START, HEADER + row, 0).loaders());
    }

    @Test
    void loadersThatStayAreAddedOnes() {
        LoaderGrowth growth =
                LoaderGrowth.of(List.of(stats(0, 2, 5), stats(5, 12, 6), stats(10, 22, 7)));
        LoaderGrowth.Course first = growth.types().getFirst();
        assertEquals("com.shop.WebAppLoader", first.now().name());
        assertEquals(20, first.floor().added());
        assertEquals(10, first.floor().addedLately());
        assertEquals(2, growth.collections());
        assertEquals(10, growth.windowS());
    }

    @Test
    void loadersThatWereUnloadedAreNot() {
        LoaderGrowth growth =
                LoaderGrowth.of(List.of(stats(0, 2, 5), stats(5, 40, 5), stats(10, 3, 6)));
        assertEquals(
                1,
                growth.types().stream()
                        .filter(one -> one.now().name().equals("com.shop.WebAppLoader"))
                        .findFirst()
                        .orElseThrow()
                        .floor()
                        .added());
    }

    @Test
    void withoutALookNothingGrew() {
        assertEquals(List.of(), LoaderGrowth.of(List.of()).types());
    }

    private static final String HIERARCHY =
            """
            java.lang.Object/null
            |--com.shop.Cart/0x00007fd7d00f1580
            |--com.shop.Cart/0x00007fd7d00f1581
            |--com.shop.Cart/0x00007fd7d00f1582
            |  |--com.shop.GiftCart/0x00007fd7d00f1580
            |--com.shop.Priced/0x00007fd7d00f1580 (intf)
            |--com.shop.Shop$$Lambda/0x0000000076040210/0x00007fd7d00f1580
            |--com.shop.Shop$$Lambda/0x0000000076040310/0x00007fd7d00f1580
            """;

    @ParameterizedTest
    @CsvSource(
            textBlock =
                    """
                    cart,     2
                    CART,     2
                    com.shop, 4
                    Lambda,   1
                    Object,   1
                    nothing,  0
                    """)
    void classesAreFoundByAPartOfTheirName(String part, int found) {
        assertEquals(found, LoadedClasses.parse(HIERARCHY).named(part).size());
    }

    @Test
    void whatThreeLoadersHaveIsADuplicate() {
        List<LoadedClasses.Duplicate> found = LoadedClasses.parse(HIERARCHY).duplicates(3);
        assertEquals(1, found.size());
        assertEquals("com.shop.Cart", found.getFirst().name());
        assertEquals(3, found.getFirst().loaders().size());
    }

    @Test
    void hiddenClassesOfOneLoaderAreNoDuplicates() {
        assertTrue(
                LoadedClasses.parse(HIERARCHY).duplicates(2).stream()
                        .noneMatch(one -> one.name().contains("Lambda")));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "|--", "|--com.shop.Cart", "/null", "com.shop.Cart/0xzz", "\0\0\0"})
    void linesOfAnotherFormArePassedOver(String text) {
        assertEquals(0, LoadedClasses.parse(text).loaders().size());
    }

    @Test
    void fiftyThousandClassesAreRead() {
        var text = new StringBuilder();
        for (int i = 0; i < 50_000; i++) {
            text.append("|  |--com.shop.Class").append(i).append("/0x00007fd7d00f1580\n");
        }
        assertEquals(50_000, LoadedClasses.parse(text.toString()).loaders().size());
    }
}
