package io.hotlens.app.store;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.hotlens.app.event.AppEvent;
import io.hotlens.app.event.EventBus;
import io.hotlens.app.fixture.Recorded;
import io.hotlens.app.investigation.Investigation;
import io.hotlens.app.notification.NotificationStatus;
import io.hotlens.app.notification.Severity;
import io.hotlens.app.trace.InvestigationId;
import io.hotlens.app.trace.Outcome;
import io.hotlens.skills.target.JvmAddress;
import io.hotlens.skills.target.TargetInfo;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

@SuppressWarnings("NullAway.Init") // opened before every test
final class InvestigationStoreTest {

    @TempDir Path folder;
    private InvestigationStore store;

    @BeforeEach
    void open() {
        store = InvestigationStore.open(file());
    }

    @AfterEach
    void close() {
        store.close();
    }

    private Path file() {
        return folder.resolve("data").resolve("history.db");
    }

    private void keep(Recorded one) {
        store.write(Recorded.source(new EventBus(), one), one.events());
    }

    private List<InvestigationId> found(HistoryQuery query) {
        return store.find(query).stream().map(HistoryEntry::id).toList();
    }

    @Test
    void whatWasWrittenIsReadBackAsAWhole() {
        Recorded one = Recorded.deadlock();
        keep(one);
        KeptInvestigation kept = store.read(one.id()).orElseThrow();
        Investigation whole = one.whole();
        assertEquals(whole.insights(), kept.investigation().insights());
        assertEquals(whole.notifications(), kept.investigation().notifications());
        assertEquals(whole.operators(), kept.investigation().operators());
        assertEquals(whole.unseen(), kept.investigation().unseen());
        assertEquals(whole.usage(), kept.investigation().usage());
        assertEquals(whole.request(), kept.investigation().request());
        assertEquals(whole.startedAt(), kept.investigation().startedAt());
        assertEquals(whole.duration(), kept.investigation().duration());
        assertEquals(whole.outcome(), kept.investigation().outcome());
        assertTrue(kept.ended());
        List<AppEvent> steps = one.events();
        assertEquals(steps.subList(1, steps.size() - 1), kept.steps());
    }

    @Test
    void aPasswordIsNeverKept() throws IOException {
        keep(Recorded.deadlock());
        InvestigationId id = store.find(HistoryQuery.ALL).getFirst().id();
        TargetInfo target = store.read(id).orElseThrow().investigation().target();
        assertEquals(JvmAddress.JmxUrl.of("10.0.0.7", 9010), target.address());
        store.close();
        try (var files = Files.list(file().resolveSibling("."))) {
            for (Path each : files.toList()) {
                assertFalse(
                        new String(Files.readAllBytes(each), StandardCharsets.ISO_8859_1)
                                .contains("hunter2"),
                        each::toString);
            }
        }
    }

    @Test
    void whatHasNotEndedSaysSoAndHoldsWhatWasFound() {
        Recorded one = Recorded.deadlock();
        List<AppEvent> begun = one.events().subList(0, 6);
        store.write(Recorded.source(new EventBus()), begun);
        KeptInvestigation kept = store.read(one.id()).orElseThrow();
        assertFalse(kept.ended());
        assertEquals("failed", kept.investigation().outcome().word());
        assertEquals(
                List.of("threads: a thread dump would stop it for 300 ms"),
                kept.investigation().unseen());
        assertEquals(1, kept.investigation().notifications().size());
        assertEquals(Optional.empty(), store.find(HistoryQuery.ALL).getFirst().outcome());
    }

    @Test
    void theListTellsTheCauseAndTheWorst() {
        keep(Recorded.deadlock());
        HistoryEntry entry = store.find(HistoryQuery.ALL).getFirst();
        assertEquals("checkout-service", entry.name());
        assertEquals("10.0.0.7:9010", entry.address());
        assertEquals(Optional.of(Severity.CRITICAL), entry.worst());
        assertEquals("deadlock", entry.cause().orElseThrow().type());
        assertEquals("seen: deadlock", entry.summary());
        assertEquals(1, entry.findings());
        assertEquals(Optional.of(new Outcome.Completed()), entry.outcome());
    }

    @Test
    void theSearchGoesOverTargetsReasonsCausesAndFindings() {
        Recorded hang = Recorded.deadlock();
        Recorded leak =
                new Recorded("memory 100% full", Recorded.NOON.plus(Duration.ofDays(2)))
                        .found("heap_leak", "OrderCache", Severity.WARNING);
        keep(hang);
        keep(leak);
        HistoryQuery all = HistoryQuery.ALL;
        assertEquals(List.of(leak.id(), hang.id()), found(all));
        assertEquals(List.of(leak.id()), found(all.first(1)));
        assertEquals(List.of(leak.id()), found(all.containing("ordercache")));
        assertEquals(List.of(hang.id()), found(all.containing("since NOON")));
        assertEquals(List.of(leak.id()), found(all.containing("100%")));
        assertEquals(List.of(), found(all.containing("1_0%")));
        assertEquals(List.of(hang.id()), found(all.causedBy(Optional.of("deadlock"))));
        assertEquals(
                List.of(leak.id()),
                found(all.begunSince(Optional.of(Recorded.NOON.plusSeconds(1)))));
        assertEquals(2, found(all.of(Optional.of("CHECKOUT"))).size());
        assertEquals(List.of(), found(all.of(Optional.of("orders"))));
        assertEquals(List.of("checkout-service"), store.targets());
        assertEquals(List.of("deadlock"), store.causes());
    }

    @Test
    void theStatusOfANotificationIsTheLastOne() {
        Recorded one = Recorded.deadlock();
        keep(one);
        var id = one.whole().notifications().getFirst().id();
        store.write(
                Recorded.source(new EventBus()),
                List.of(
                        new AppEvent.NotificationChanged(
                                Recorded.NOON, id, NotificationStatus.RESOLVED)));
        assertEquals(NotificationStatus.RESOLVED, store.read(one.id()).orElseThrow().status(id));
    }

    @Test
    void whatIsDeletedIsGoneAndLateStepsDoNotBringItBack() {
        Recorded one = Recorded.deadlock();
        keep(one);
        assertTrue(store.delete(one.id()));
        assertFalse(store.delete(one.id()));
        store.write(Recorded.source(new EventBus()), one.events().subList(1, one.events().size()));
        assertEquals(List.of(), store.find(HistoryQuery.ALL));
        assertEquals(Optional.empty(), store.read(one.id()));
    }

    @Test
    void twoStoresShareOneFile() {
        Recorded mine = Recorded.deadlock();
        Recorded theirs = Recorded.deadlock();
        try (InvestigationStore other = InvestigationStore.open(file())) {
            keep(mine);
            other.write(Recorded.source(new EventBus(), theirs), theirs.events());
            assertEquals(2, other.find(HistoryQuery.ALL).size());
        }
        assertEquals(2, store.find(HistoryQuery.ALL).size());
    }

    @Test
    void onlyItsOwnerMayReadIt() throws IOException {
        keep(Recorded.deadlock());
        try (var files = Files.list(file().resolveSibling("."))) {
            for (Path each : files.toList()) {
                assertEquals(
                        "rw-------",
                        PosixFilePermissions.toString(Files.getPosixFilePermissions(each)),
                        each::toString);
            }
        }
        assertEquals(
                "rwx------",
                PosixFilePermissions.toString(
                        Files.getPosixFilePermissions(folder.resolve("data"))));
    }

    @Test
    void anIdMayBeShortened() {
        Recorded one = Recorded.deadlock();
        keep(one);
        String id = one.id().value();
        assertEquals(List.of(one.id()), store.beginningWith(id.substring(0, 6)));
        assertEquals(List.of(one.id()), store.beginningWith(id));
        assertEquals(List.of(), store.beginningWith("*"));
        assertEquals(List.of(), store.beginningWith(""));
    }
}
