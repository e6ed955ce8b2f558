package io.hotlens.ui.timeline;

import io.hotlens.skills.skill.Skill;
import io.hotlens.skills.skill.SkillId;
import io.hotlens.ui.model.EventKind;
import io.hotlens.ui.model.EventLine;
import io.hotlens.ui.model.EventLog;
import io.hotlens.ui.model.NewestFirst;
import io.hotlens.ui.text.Formats;
import io.hotlens.ui.text.Messages;

import javafx.beans.property.BooleanProperty;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import javafx.collections.ObservableList;

import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/// The events that match the filters, newest first; a pause holds them still while events go on.
/// Belongs to the JavaFX thread.
public final class TimelineViewModel {

    private final EventLog log;
    private final List<Skill> skills;
    private final NewestFirst<EventLine> shown = new NewestFirst<>(EventLog.KEPT);
    private final StringProperty text = new SimpleStringProperty("");
    private final ObjectProperty<Set<EventKind>> kinds =
            new SimpleObjectProperty<>(Set.copyOf(EnumSet.allOf(EventKind.class)));
    private final ObjectProperty<Optional<SkillId>> skill =
            new SimpleObjectProperty<>(Optional.empty());
    private final BooleanProperty paused = new SimpleBooleanProperty();
    private final ReadOnlyStringWrapper sentence = new ReadOnlyStringWrapper("");
    private long waiting;

    /// @param skills that can be chosen
    public TimelineViewModel(EventLog log, List<Skill> skills) {
        this.log = log;
        this.skills = List.copyOf(skills);
        text.subscribe(this::refilter);
        kinds.subscribe(this::refilter);
        skill.subscribe(this::refilter);
        paused.subscribe(
                now -> {
                    if (!now) {
                        refilter();
                    }
                    tell();
                });
        log.listen(this::add);
        refilter();
    }

    ObservableList<EventLine> shown() {
        return shown;
    }

    List<Skill> skills() {
        return skills;
    }

    /// A part of the words or of who did it; empty for all.
    StringProperty text() {
        return text;
    }

    ObjectProperty<Set<EventKind>> kinds() {
        return kinds;
    }

    ObjectProperty<Optional<SkillId>> skill() {
        return skill;
    }

    BooleanProperty paused() {
        return paused;
    }

    /// How much is shown of how much, and what is left out.
    ReadOnlyStringProperty sentence() {
        return sentence.getReadOnlyProperty();
    }

    boolean isEmpty() {
        return log.size() == 0;
    }

    /// Shows events of a kind, or does not.
    void choose(EventKind kind, boolean wanted) {
        EnumSet<EventKind> now = EnumSet.noneOf(EventKind.class);
        now.addAll(kinds.get());
        if (wanted) {
            now.add(kind);
        } else {
            now.remove(kind);
        }
        kinds.set(Set.copyOf(now));
    }

    private void add(List<EventLine> batch) {
        if (paused.get()) {
            waiting += batch.size();
        } else {
            shown.push(batch.stream().filter(this::matches).toList());
        }
        tell();
    }

    private void refilter() {
        waiting = 0;
        shown.show(log.lines().stream().filter(this::matches).toList());
        tell();
    }

    private boolean matches(EventLine line) {
        String wanted = text.get().strip().toLowerCase(Locale.ROOT);
        return kinds.get().contains(line.kind())
                && (skill.get().isEmpty() || skill.get().equals(line.skill()))
                && (wanted.isEmpty()
                        || line.words().toLowerCase(Locale.ROOT).contains(wanted)
                        || line.who().toLowerCase(Locale.ROOT).contains(wanted));
    }

    private void tell() {
        if (isEmpty()) {
            sentence.set(Messages.text("events.none"));
            return;
        }
        String counted =
                Messages.text(
                        "events.some", Formats.number(shown.size()), Formats.number(log.size()));
        String more =
                log.lost() > 0
                        ? " " + Messages.text("events.left_out", Formats.number(log.lost()))
                        : "";
        String pause =
                paused.get() ? " " + Messages.text("events.paused", Formats.number(waiting)) : "";
        sentence.set(counted + more + pause);
    }
}
