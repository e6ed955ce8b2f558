package io.hotlens.ui.control;

import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleObjectProperty;

import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.Optional;

/// The stretch of time that one or several charts show, and the instant under their crosshair. It
/// ends now and moves on, until somebody looks at an earlier one. Belongs to the JavaFX thread.
public final class ChartTime {

    private static final Duration SHORTEST = Duration.ofSeconds(10);

    /// A young history fills this part of the usual stretch at least.
    private static final int LEAST_PART = 10;

    private final Duration usual;
    private final Duration longest;
    private final ReadOnlyObjectWrapper<Range> range;
    private final ReadOnlyBooleanWrapper moved = new ReadOnlyBooleanWrapper();
    private final ObjectProperty<Optional<Instant>> cursor =
            new SimpleObjectProperty<>(Optional.empty());
    private Instant now = Instant.EPOCH;
    private Optional<Instant> oldest = Optional.empty();
    private Optional<Duration> chosen = Optional.empty();
    private Optional<Instant> heldEnd = Optional.empty();

    /// A stretch of time, longer than nothing.
    public record Range(Instant from, Instant to) {

        public Duration length() {
            return Duration.between(from, to);
        }

        /// Where an instant lies: 0 at the beginning, 1 at the end.
        public double share(Instant at) {
            return (double) Duration.between(from, at).toMillis() / length().toMillis();
        }

        /// The instant that lies there.
        public Instant at(double share) {
            return from.plusMillis(Math.round(share * length().toMillis()));
        }

        public boolean contains(Instant at) {
            return !at.isBefore(from) && !at.isAfter(to);
        }
    }

    /// @param usual how long the stretch is until somebody zooms
    /// @param longest how far back there are values
    public ChartTime(Duration usual, Duration longest) {
        this.usual = usual;
        this.longest = longest;
        range = new ReadOnlyObjectWrapper<>(new Range(now.minus(usual), now));
    }

    /// What is shown.
    public ReadOnlyObjectProperty<Range> range() {
        return range.getReadOnlyProperty();
    }

    /// Whether it is another stretch than the usual one that ends now.
    public ReadOnlyBooleanProperty moved() {
        return moved.getReadOnlyProperty();
    }

    /// The instant that all charts of this time point at; empty when none does.
    public ObjectProperty<Optional<Instant>> cursor() {
        return cursor;
    }

    /// Whether it ends before now and stands still.
    public boolean isHeld() {
        return heldEnd.isPresent();
    }

    /// How far back values can be asked for.
    public Duration longest() {
        return longest;
    }

    /// Time went on.
    ///
    /// @param firsts the oldest values that there are; the usual stretch is no longer than they
    ///   reach back
    public void tick(Instant present, Collection<Instant> firsts) {
        now = present;
        oldest = firsts.stream().min(Instant::compareTo);
        settle();
    }

    /// Shows the usual stretch up to now, and goes on with it.
    public void toNow() {
        chosen = Optional.empty();
        heldEnd = Optional.empty();
        settle();
    }

    /// Shows a stretch, the earlier of the two first or last.
    public void show(Instant one, Instant other) {
        Instant from = one.isBefore(other) ? one : other;
        Instant to = one.isBefore(other) ? other : one;
        Duration length = bounded(Duration.between(from, to));
        chosen = Optional.of(length);
        hold(from.plus(length));
    }

    /// Makes the stretch longer or shorter around an instant.
    ///
    /// @param factor of its length; below 1 shows more detail
    public void zoom(double factor, Instant around) {
        Range old = range.get();
        Duration length = bounded(scaled(old.length(), factor));
        double share = Math.clamp(old.share(around), 0, 1);
        boolean follows = heldEnd.isEmpty() && share > 0.98;
        chosen = Optional.of(length);
        Instant end = around.plus(scaled(length, 1 - share));
        hold(follows ? now : end);
    }

    /// As [#zoom(double, Instant)] around the cursor, or around the end when there is none.
    public void zoomAtCursor(double factor) {
        Range shown = range.get();
        zoom(factor, cursor.get().filter(shown::contains).orElse(shown.to()));
    }

    /// Moves the stretch by a part of its length; below 0 to earlier.
    public void pan(double part) {
        Range old = range.get();
        chosen = Optional.of(old.length());
        hold(old.to().plus(scaled(old.length(), part)));
    }

    /// Moves the cursor by a part of the stretch; from its end when there is none.
    public void moveCursor(double part) {
        Range shown = range.get();
        double share = cursor.get().map(shown::share).orElse(1.0);
        cursor.set(Optional.of(shown.at(Math.clamp(share + part, 0, 1))));
    }

    private void hold(Instant end) {
        heldEnd = end.isBefore(now) ? Optional.of(end) : Optional.empty();
        settle();
    }

    private void settle() {
        Duration length = chosen.orElseGet(this::automatic);
        Instant earliestEnd = now.minus(longest).plus(length);
        Instant end = heldEnd.orElse(now);
        if (end.isBefore(earliestEnd)) {
            end = earliestEnd;
        }
        range.set(new Range(end.minus(length), end));
        moved.set(chosen.isPresent() || heldEnd.isPresent());
    }

    private Duration automatic() {
        Duration past = oldest.map(first -> Duration.between(first, now)).orElse(usual);
        Duration least = usual.dividedBy(LEAST_PART);
        return past.compareTo(usual) > 0 ? usual : past.compareTo(least) < 0 ? least : past;
    }

    private Duration bounded(Duration length) {
        return length.compareTo(SHORTEST) < 0
                ? SHORTEST
                : length.compareTo(longest) > 0 ? longest : length;
    }

    private static Duration scaled(Duration length, double factor) {
        return Duration.ofMillis(Math.round(length.toMillis() * factor));
    }
}
