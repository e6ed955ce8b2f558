package io.hotlens.app.store;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.hotlens.app.event.EventBus;
import io.hotlens.app.fixture.Eventually;
import io.hotlens.app.fixture.Recorded;
import io.hotlens.app.operator.OperatorEvent;
import io.hotlens.app.trace.Outcome;
import io.hotlens.skills.target.Subscription;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;

@Timeout(60)
@SuppressWarnings("NullAway.Init") // made before every test
final class HistoryKeeperTest {

    @TempDir Path folder;
    private final EventBus bus = new EventBus();
    private final List<String> told = new CopyOnWriteArrayList<>();
    private volatile HistoryOptions options = HistoryOptions.DEFAULT;
    private HistoryKeeper keeper;

    @BeforeEach
    void keep() {
        keeper = new HistoryKeeper(file(), () -> options, InstantSource.fixed(Recorded.NOON));
        keeper.tell(told::add);
    }

    private Path file() {
        return folder.resolve("history.db");
    }

    @AfterEach
    void close() {
        keeper.close();
    }

    @Test
    void whatHappensIsWrittenWhileItHappens() {
        Recorded one = Recorded.deadlock();
        try (Subscription _ = keeper.follow(Recorded.source(bus, one))) {
            one.events().subList(0, 4).forEach(bus::publish);
            Eventually.holds(() -> keeper.read(one.id()).isPresent());
            assertFalse(keeper.read(one.id()).orElseThrow().ended());
        }
    }

    @Test
    void closingWritesTheRest() {
        Recorded one = Recorded.deadlock();
        Subscription following = keeper.follow(Recorded.source(bus, one));
        one.events().forEach(bus::publish);
        following.close();
        assertTrue(keeper.read(one.id()).orElseThrow().ended());
        assertEquals(List.of(), told);
    }

    @Test
    void runsOfNoInvestigationAreNotKept() {
        Recorded alone = Recorded.deadlock();
        Subscription following = keeper.follow(Recorded.source(bus));
        alone.events().stream().skip(1).forEach(bus::publish);
        following.close();
        assertFalse(Files.exists(file()), "a file was made for nothing");
    }

    @Test
    void nothingIsKeptThatBeginsWhileItIsOff() {
        Recorded unwanted = Recorded.deadlock();
        Recorded wanted = Recorded.deadlock();
        options = HistoryOptions.OFF;
        Subscription following = keeper.follow(Recorded.source(bus, unwanted, wanted));
        unwanted.events().forEach(bus::publish);
        following.close();
        assertEquals(List.of(), keeper.find(HistoryQuery.ALL));

        options = HistoryOptions.DEFAULT;
        following = keeper.follow(Recorded.source(bus, unwanted, wanted));
        wanted.events().forEach(bus::publish);
        following.close();
        assertEquals(wanted.id(), keeper.find(HistoryQuery.ALL).getFirst().id());
    }

    @Test
    void theEndOfAnInvestigationLetsGoOfOldOnes() {
        var old = new Recorded("long ago", Recorded.NOON.minusSeconds(86_400L * 91));
        Recorded young = Recorded.deadlock();
        Subscription following = keeper.follow(Recorded.source(bus, old, young));
        old.events().forEach(bus::publish);
        young.events().forEach(bus::publish);
        following.close();
        assertEquals(
                List.of(young.id()),
                keeper.find(HistoryQuery.ALL).stream().map(HistoryEntry::id).toList());
    }

    @Test
    void aFileThatCannotBeUsedIsToldOnceAndLeftAsItIs() throws IOException {
        Files.writeString(file(), "my diary, page 1\n".repeat(500));
        byte[] before = Files.readAllBytes(file());
        Recorded one = Recorded.deadlock();
        Subscription following = keeper.follow(Recorded.source(bus, one));
        bus.publish(one.begun());
        Eventually.holds(() -> told.size() == 1);
        bus.publish(one.ended(new Outcome.Completed()));
        following.close();
        assertEquals(1, told.size(), told::toString);
        assertTrue(
                told.getFirst().endsWith("Investigations go on, but are not kept."),
                told::toString);
        assertEquals(told.getFirst(), keeper.trouble());
        assertArrayEquals(before, Files.readAllBytes(file()));
        assertThrows(StoreException.class, () -> keeper.find(HistoryQuery.ALL));
    }

    @Test
    void aFullDiskIsToldOnceAndWhatWaitedIsWrittenWhenThereIsRoom() {
        Recorded small = Recorded.deadlock();
        Recorded large = Recorded.deadlock();
        HistorySource source = Recorded.source(bus, small, large);
        try (Subscription _ = keeper.follow(source)) {
            bus.publish(small.begun());
            Eventually.holds(() -> keeper.read(small.id()).isPresent());
            keeper.store().database().read(c -> limit(c, 1));
            bus.publish(large.begun());
            bus.publish(large.operator(new OperatorEvent.Thought("x".repeat(100_000))));
            Eventually.holds(() -> told.size() == 1);
            assertTrue(told.getFirst().contains("the disk is full"), told::toString);
            keeper.store().database().read(c -> limit(c, 1_000_000));
        }
        assertEquals(List.of(told.getFirst(), ""), told);
        assertEquals(1, keeper.read(large.id()).orElseThrow().steps().size());
    }

    /// The fewest pages are those that are there.
    private static boolean limit(Connection connection, int pages) throws SQLException {
        Schema.execute(connection, "PRAGMA max_page_count = " + pages);
        return true;
    }

    @Test
    void anIdThatFitsSeveralOrNoneIsSaid() {
        Subscription following = keeper.follow(Recorded.source(bus));
        for (int i = 0; i < 17; i++) {
            bus.publish(new Recorded("one of many", Recorded.NOON).begun());
        }
        following.close();
        var first = new HashMap<String, Integer>();
        keeper.find(HistoryQuery.ALL)
                .forEach(entry -> first.merge(entry.id().value().substring(0, 1), 1, Integer::sum));
        String shared =
                first.entrySet().stream()
                        .filter(letter -> letter.getValue() > 1)
                        .map(Map.Entry::getKey)
                        .findFirst()
                        .orElseThrow();
        assertTrue(
                said(shared).startsWith("'" + shared + "' is the beginning of several"),
                said(shared));
        assertTrue(said("zz").startsWith("no investigation 'zz' was kept"), said("zz"));
    }

    private String said(String id) {
        return String.valueOf(
                assertThrows(IllegalArgumentException.class, () -> keeper.named(id)).getMessage());
    }
}
