package io.hotlens.app.notification;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.hotlens.app.trace.Ids;
import io.hotlens.app.trace.InvestigationId;
import io.hotlens.skills.data.Data;
import io.hotlens.skills.skill.SkillId;
import io.hotlens.skills.skill.Snapshot;

import org.junit.jupiter.api.Test;

import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;

final class NotificationBookTest {

    private static final SkillId GC = new SkillId("gc");

    private final List<String> changes = new ArrayList<>();
    private final NotificationBook book =
            new NotificationBook((id, status) -> changes.add(id + " " + status.word()));

    private static Notification notification(InvestigationId investigation) {
        return new Notification(
                NotificationId.random(),
                investigation,
                GC,
                "gc_overhead",
                "",
                Severity.WARNING,
                "c",
                "o",
                Optional.empty(),
                List.of(new Snapshot(Ids.shortId(), GC, Instant.EPOCH, new LinkedHashMap<>())),
                Data.NOTHING,
                Instant.EPOCH);
    }

    @Test
    void newNotificationIsUnread() {
        Notification one = notification(InvestigationId.random());

        book.add(one);

        assertEquals(
                List.of(new NotificationBook.Entry(one, NotificationStatus.UNREAD)), book.all());
        assertEquals(List.of(one.id() + " unread"), changes);
    }

    @Test
    void addingAgainKeepsTheStatus() {
        Notification one = notification(InvestigationId.random());
        book.add(one);
        book.setStatus(List.of(one.id()), NotificationStatus.ACKNOWLEDGED);

        book.add(one);

        assertEquals(NotificationStatus.ACKNOWLEDGED, book.get(one.id()).orElseThrow().status());
    }

    @Test
    void unknownIdsComeBackAndTheOthersAreSet() {
        Notification one = notification(InvestigationId.random());
        NotificationId unknown = NotificationId.random();
        book.add(one);

        assertEquals(
                List.of(unknown),
                book.setStatus(List.of(unknown, one.id()), NotificationStatus.RESOLVED));
        assertEquals(NotificationStatus.RESOLVED, book.get(one.id()).orElseThrow().status());
    }

    @Test
    void onlyRealChangesAreTold() {
        Notification one = notification(InvestigationId.random());
        book.add(one);

        book.setStatus(List.of(one.id()), NotificationStatus.RESOLVED);
        book.setStatus(List.of(one.id()), NotificationStatus.RESOLVED);

        assertEquals(List.of(one.id() + " unread", one.id() + " resolved"), changes);
    }

    @Test
    void notificationsAreFoundByTheirInvestigation() {
        InvestigationId first = InvestigationId.random();
        book.add(notification(first));
        book.add(notification(InvestigationId.random()));

        assertEquals(1, book.of(first).size());
    }
}
