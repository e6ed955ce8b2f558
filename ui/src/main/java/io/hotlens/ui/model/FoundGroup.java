package io.hotlens.ui.model;

import io.hotlens.app.notification.Notification;
import io.hotlens.skills.skill.SkillId;

import javafx.beans.property.ReadOnlyIntegerProperty;
import javafx.beans.property.ReadOnlyIntegerWrapper;

import org.jspecify.annotations.Nullable;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.stream.Stream;

/// The reports of one thing: of the same skill, type and subject. Belongs to the JavaFX thread.
public final class FoundGroup {

    /// What makes two reports the same.
    record Key(SkillId operator, String type, String subject) {
        static Key of(Notification found) {
            return new Key(found.operator(), found.type(), found.subject());
        }
    }

    private final Deque<FoundItem> newestFirst = new ArrayDeque<>(1);

    /// Made when it is first asked for: most groups of a large inbox are never seen.
    private @Nullable ReadOnlyIntegerWrapper size;

    void add(FoundItem item) {
        newestFirst.addFirst(item);
        tell();
    }

    void addOlder(FoundItem item) {
        newestFirst.addLast(item);
        tell();
    }

    private void tell() {
        if (size != null) {
            size.set(newestFirst.size());
        }
    }

    ReadOnlyIntegerProperty size() {
        ReadOnlyIntegerWrapper known = size;
        if (known == null) {
            known = new ReadOnlyIntegerWrapper(newestFirst.size());
            size = known;
        }
        return known.getReadOnlyProperty();
    }

    /// Newest first.
    List<FoundItem> members() {
        return List.copyOf(newestFirst);
    }

    /// Newest first.
    public Stream<FoundItem> stream() {
        return newestFirst.stream();
    }
}
