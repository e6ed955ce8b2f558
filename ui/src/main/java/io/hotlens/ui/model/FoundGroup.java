package io.hotlens.ui.model;

import io.hotlens.app.notification.Notification;
import io.hotlens.skills.skill.SkillId;

import javafx.beans.property.ReadOnlyIntegerProperty;
import javafx.beans.property.ReadOnlyIntegerWrapper;

import java.util.ArrayList;
import java.util.List;

/// The reports of one thing: of the same skill, type and subject. Belongs to the JavaFX thread.
public final class FoundGroup {

    /// What makes two reports the same.
    record Key(SkillId operator, String type, String subject) {
        static Key of(Notification found) {
            return new Key(found.operator(), found.type(), found.subject());
        }
    }

    private final List<FoundItem> members = new ArrayList<>();
    private final ReadOnlyIntegerWrapper size = new ReadOnlyIntegerWrapper();

    void add(FoundItem item) {
        members.add(item);
        size.set(members.size());
    }

    ReadOnlyIntegerProperty size() {
        return size.getReadOnlyProperty();
    }

    /// Newest first.
    List<FoundItem> members() {
        return List.copyOf(members.reversed());
    }
}
