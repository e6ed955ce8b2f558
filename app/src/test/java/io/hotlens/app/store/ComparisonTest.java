package io.hotlens.app.store;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.hotlens.app.fixture.Recorded;
import io.hotlens.app.notification.Severity;
import io.hotlens.app.store.Comparison.Pair;

import org.junit.jupiter.api.Test;

import java.time.Duration;
import java.util.List;

final class ComparisonTest {

    private static Recorded before() {
        return new Recorded("slow", Recorded.NOON)
                .found("deadlock", "a, b", Severity.CRITICAL)
                .found("heap_leak", "OrderCache", Severity.WARNING)
                .found("hot_loop", "worker-1", Severity.WARNING)
                .concluded();
    }

    private static Recorded after() {
        return new Recorded("slow again", Recorded.NOON.plus(Duration.ofHours(1)))
                .found("heap_leak", "PriceCache", Severity.CRITICAL)
                .found("heap_leak", "OrderCache", Severity.WARNING)
                .found("heap_leak", "OrderCache", Severity.WARNING)
                .found("hot_loop", "worker-7", Severity.WARNING)
                .concluded();
    }

    private static List<String> words(List<Pair> pairs) {
        return pairs.stream()
                .map(
                        pair ->
                                "%s %s: %s > %s"
                                        .formatted(
                                                pair.change().word(),
                                                pair.type(),
                                                pair.before().map(s -> s.subject()).orElse("-"),
                                                pair.after().map(s -> s.subject()).orElse("-")))
                .toList();
    }

    @Test
    void findingsAreNewGoneOrTheSameByTypeAndThenBySubject() {
        Comparison comparison = Comparison.of(before().whole(), after().whole());
        assertEquals(
                List.of(
                        "new heap_leak: - > PriceCache",
                        "gone deadlock: a, b > -",
                        "same heap_leak: OrderCache > OrderCache",
                        "same hot_loop: worker-1 > worker-7"),
                words(comparison.findings()));
    }

    @Test
    void rootCausesAreComparedByTheirType() {
        Comparison comparison = Comparison.of(before().whole(), after().whole());
        assertEquals(
                List.of("new heap_leak: - > PriceCache", "gone deadlock: a, b > -"),
                words(comparison.causes()));
    }

    @Test
    void anInvestigationIsTheSameAsItself() {
        Comparison comparison = Comparison.of(before().whole(), before().whole());
        assertEquals(
                List.of(Comparison.Change.SAME),
                comparison.findings().stream().map(Pair::change).distinct().toList());
    }
}
