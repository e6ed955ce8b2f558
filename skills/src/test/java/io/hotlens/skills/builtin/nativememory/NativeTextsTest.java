package io.hotlens.skills.builtin.nativememory;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import java.util.List;
import java.util.Optional;

/// What the kernel, the JVM and the C library print, and what is read from it.
class NativeTextsTest {

    private static final HeapRange HEAP = new HeapRange(0xf0000000L, 0x100000000L);

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
                    garbage-first heap total 262144K [0x00000000f0000000, 0x0000000100000000) | f0000000 | 100000000
                    def new gen [0xf0000000, 0xf1000000, 0xf5550000) tenured [0xf5550000, 0xf6, 0x100000000) | f6 | 100000000
                    ZHeap used 2M, capacity 64M, max capacity 512M | 0 | 0
                    region size 1024K, 3 young [oops] 0x12 | 0 | 0
                    '' | 0 | 0
                    """)
    void theHeapLiesBetweenTheAddressesInBrackets(String info, String from, String to) {
        assertEquals(
                new HeapRange(Long.parseLong(from, 16), Long.parseLong(to, 16)),
                HeapRange.parse(info));
    }

    @Test
    void addressesAreUnsigned() {
        HeapRange high = new HeapRange(0xf000000000000000L, 0xf000000000001000L);
        assertTrue(high.holds(0xf000000000000fffL));
        assertFalse(high.holds(0x1000));
        assertFalse(HeapRange.NONE.holds(0));
    }

    private static String mapping(String range, String name, int kb) {
        return "%s rw-p 00000000 00:00 0    %s\nSize:  9999 kB\nRss:    %d kB\nPss:   %d kB\n"
                .formatted(range, name, kb, kb);
    }

    @Test
    void residentMemoryIsSummedByWhatItIsMappedFor() {
        Mappings sums =
                Mappings.parse(
                        mapping("f0000000-f8000000", "", 1000)
                                + mapping("55d0c0000000-55d0c0100000", "[heap]", 20)
                                + mapping("7f0004000000-7f0004021000", "", 300)
                                + mapping("7f1111111000-7f1111112000", "", 4)
                                + mapping("7f2222222000-7f2222223000", "/usr/lib/libc.so.6", 50)
                                + mapping(
                                        "7f3333333000-7f3333334000",
                                        "/memfd:java_heap (deleted)",
                                        7)
                                + mapping("7ffc00000000-7ffc00021000", "[stack]", 8),
                        HEAP);
        assertEquals(1007, sums.heapKb());
        assertEquals(320, sums.mallocKb());
        assertEquals(12, sums.otherAnonymousKb());
        assertEquals(50, sums.filesKb());
        assertEquals(1, sums.arenas());
        assertEquals(1389, sums.totalKb());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "Rss:",
                "Rss: 99999999999999999999 kB",
                "-f0 rw-p",
                "zz-f0 rw-p 0 0 0",
                "f0000000-f8000000",
                "\0\0"
            })
    void linesOfAnotherFormArePassedOver(String text) {
        assertEquals(0, Mappings.parse(text, HEAP).totalKb());
    }

    @Test
    void trackingTellsCategoriesMostCommittedFirst() {
        NativeTracking tracking =
                NativeTracking.parse(
                                """
                                Native Memory Tracking:

                                Total: reserved=1708871KB, committed=331363KB
                                       malloc: 8043KB #7550, peak=7910KB #7552

                                -                    Thread (reserved=22602KB, committed=1378KB)
                                                            (threads #22)
                                -                 Java Heap (reserved=262144KB, committed=262144KB)
                                                            (mmap: reserved=1KB, committed=1KB)
                                -      Arena Chunk (reserved=9KB, committed=9KB) (at peak)
                                """)
                        .orElseThrow();
        assertEquals(331_363, tracking.committedKb());
        assertEquals(
                List.of("Java Heap", "Thread", "Arena Chunk"),
                tracking.categories().stream().map(NativeTracking.Category::name).toList());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "Native memory tracking is not enabled",
                "Total: reserved=xKB, committed=yKB",
                "Total: reserved=1"
            })
    void withoutTrackingThereIsNothing(String text) {
        assertEquals(Optional.empty(), NativeTracking.parse(text));
    }

    private static final String ARENA =
            "<heap nr=\"%d\"><total type=\"rest\" count=\"1\" size=\"100\"/>"
                    + "<system type=\"current\" size=\"999\"/></heap>";

    @Test
    void theAllocatorsSumsStandBehindItsArenas() {
        MallocInfo info =
                MallocInfo.parse(
                                "<malloc version=\"1\">"
                                        + ARENA.formatted(0)
                                        + ARENA.formatted(1)
                                        + """
                                        <total type="fast" count="1" size="8"/>
                                        <total type="rest" count="18" size="1872"/>
                                        <total type="mmap" count="7" size="5000"/>
                                        <system type="current" size="6000"/>
                                        <system type="max" size="9000"/>
                                        </malloc>
                                        """)
                        .orElseThrow();
        assertEquals(new MallocInfo(2, 6000, 1880, 5000), info);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"", "<malloc>", "</heap>", "</heap><system type=\"current\" size=\"x\"/>"})
    void anotherAllocatorTellsNothing(String xml) {
        assertEquals(Optional.empty(), MallocInfo.parse(xml));
    }

    @Test
    void loadersOfOneTypeWasteTogether() {
        LoaderWaste waste =
                LoaderWaste.parse(
                        """
                        ClassLoader         Parent              CLD*               Classes   ChunkSz   BlockSz  Type
                        0x000000000000000a  0x0000000000000001  0x00000000000000aa       3     12288      9640  com.shop.Loader
                                                                                         4     12288      7704   + hidden classes
                        0x000000000000000b  0x0000000000000001  0x00000000000000ab       2      8192      1000  com.shop.Loader
                        0x0000000000000000  0x0000000000000000  0x00000000000000ac     761   4456448    4456000  <boot class loader>
                        Total = 3                                                      768   4481024    224784
                        ChunkSz: Total size of all allocated metaspace chunks
                        """);
        LoaderWaste.Type first = waste.loaders().getFirst();
        assertEquals("com.shop.Loader", first.type());
        assertEquals(2, first.loaders());
        assertEquals(5, first.classes());
        assertEquals(9840, first.waste());
        assertEquals(2, waste.loaders().size());
    }
}
