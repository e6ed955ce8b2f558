package io.hotlens.ui.connect;

import io.hotlens.app.session.Session;
import io.hotlens.skills.target.JvmAddress;
import io.hotlens.skills.target.JvmAddress.JmxUrl;
import io.hotlens.skills.target.JvmProcess;
import io.hotlens.ui.connect.RecentTargets.Recent;
import io.hotlens.ui.error.Problem;
import io.hotlens.ui.fx.Tasks;
import io.hotlens.ui.text.Messages;

import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import javafx.collections.transformation.FilteredList;

import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.function.Consumer;
import java.util.stream.Stream;

/// Finds JVMs and connects to one. Belongs to the JavaFX thread.
public final class ConnectViewModel {

    private final Engine engine;
    private final Tasks tasks;
    private final RecentTargets store;
    private final DemoStarter demos;
    private final Consumer<Session> opened;
    private final JmxForm form = new JmxForm();
    private final StringProperty search = new SimpleStringProperty("");
    private final ObservableList<JvmProcess> all = FXCollections.observableArrayList();
    private final ObservableList<JvmProcess> seenAll =
            FXCollections.unmodifiableObservableList(all);
    private final FilteredList<JvmProcess> shown = new FilteredList<>(all);
    private final ObservableList<Recent> recents = FXCollections.observableArrayList();
    private final ObservableList<Recent> seenRecents =
            FXCollections.unmodifiableObservableList(recents);
    private final ReadOnlyObjectWrapper<Listing> listing =
            new ReadOnlyObjectWrapper<>(Listing.LOOKING);
    private final ReadOnlyObjectWrapper<Attempt> attempt =
            new ReadOnlyObjectWrapper<>(new Attempt.None());
    private final EarlierTargets earlier = new EarlierTargets(this::open);
    private long attempts;
    private boolean refreshing;

    /// What the list of local JVMs holds.
    public enum Listing {
        LOOKING,
        EMPTY,
        NO_MATCH,
        FILLED
    }

    /// Where connecting stands.
    public sealed interface Attempt {
        record None() implements Attempt {}

        record Connecting(String address) implements Attempt {}

        record Failed(String address, Problem problem) implements Attempt {}
    }

    /// @param opened takes each new session and owns it from then on
    public ConnectViewModel(
            Engine engine,
            Tasks tasks,
            RecentTargets store,
            DemoStarter demos,
            Consumer<Session> opened) {
        this.demos = demos;
        this.engine = engine;
        this.tasks = tasks;
        this.store = store;
        this.opened = opened;
        search.addListener((_, _, typed) -> filter(typed));
        tasks.run(store::load, recents::setAll, _ -> {});
    }

    public JmxForm form() {
        return form;
    }

    public StringProperty search() {
        return search;
    }

    /// The JVMs that match the search, newest first, without our own.
    public ObservableList<JvmProcess> jvms() {
        return shown;
    }

    /// Every JVM of this host but our own, whatever the search.
    public ObservableList<JvmProcess> known() {
        return seenAll;
    }

    /// What was open the last time and can be opened again.
    public EarlierTargets earlier() {
        return earlier;
    }

    /// A remote one that wants a password is put into the form.
    private void open(Earlier target, Runnable opened) {
        switch (target) {
            case Earlier.Local(long pid, _, String name) ->
                    connect(new JvmAddress.LocalProcess(pid), name, _ -> opened.run());
            case Earlier.Remote(String address, String user, String name) -> {
                fill(new Recent(address, user, name));
                opened.run();
                if (user.isEmpty()) {
                    connectForm();
                }
            }
        }
    }

    public ObservableList<Recent> recents() {
        return seenRecents;
    }

    public ReadOnlyObjectProperty<Listing> listing() {
        return listing.getReadOnlyProperty();
    }

    public ReadOnlyObjectProperty<Attempt> attempt() {
        return attempt.getReadOnlyProperty();
    }

    /// Looks again for local JVMs; does nothing while it is still looking.
    public void refresh() {
        if (!refreshing) {
            refreshing = true;
            tasks.run(
                    () -> engine.localJvms().get(),
                    found -> {
                        refreshing = false;
                        list(found);
                    },
                    _ -> {
                        refreshing = false;
                        list(List.of());
                    });
        }
    }

    public void connect(JvmProcess process) {
        connect(new JvmAddress.LocalProcess(process.pid()), process.name(), _ -> {});
    }

    public void connectPid(long pid) {
        connect(
                new JvmAddress.LocalProcess(pid),
                Messages.text("connect.pid", String.valueOf(pid)),
                _ -> {});
    }

    /// What can be tried without a JVM of one's own.
    public List<DemoStarter.Choice> demos() {
        return demos.choices();
    }

    /// Starts a demo and connects to it.
    public void startDemo(DemoStarter.Choice choice) {
        long number = ++attempts;
        attempt.set(new Attempt.Connecting(choice.name()));
        tasks.run(
                () -> demos.start(choice.name()),
                pid -> {
                    if (number == attempts) {
                        connect(new JvmAddress.LocalProcess(pid), choice.name(), _ -> {});
                    }
                },
                problem -> {
                    if (number == attempts) {
                        attempt.set(new Attempt.Failed(choice.name(), problem));
                    }
                });
    }

    /// Connects to what the form says.
    public void connectForm() {
        switch (form.parse()) {
            case JmxForm.Parsed.Bad(String sentence) ->
                    attempt.set(
                            new Attempt.Failed(form.address().get(), new Problem(sentence, "")));
            case JmxForm.Parsed.Good(JmxUrl address) -> {
                var used = new Recent(form.address().get().strip(), form.user().get(), "");
                connect(address, address.toString(), session -> remember(used, session));
            }
        }
    }

    /// Puts a recent address into the form; its password must be typed again.
    public void fill(Recent recent) {
        form.address().set(recent.address());
        form.user().set(recent.user());
        form.password().set("");
    }

    /// Goes back to choosing; a connection that still comes up is closed.
    public void giveUp() {
        attempts++;
        attempt.set(new Attempt.None());
    }

    private void connect(JvmAddress address, String name, Consumer<Session> also) {
        long number = ++attempts;
        attempt.set(new Attempt.Connecting(name));
        tasks.run(
                () -> engine.open().apply(address),
                session -> {
                    if (number == attempts) {
                        attempt.set(new Attempt.None());
                        also.accept(session);
                        opened.accept(session);
                    } else {
                        session.close();
                    }
                },
                problem -> {
                    if (number == attempts) {
                        attempt.set(new Attempt.Failed(name, problem));
                    }
                });
    }

    private void remember(Recent used, Session session) {
        form.password().set("");
        var named = new Recent(used.address(), used.user(), session.target().name());
        tasks.run(() -> store.add(named), recents::setAll, _ -> {});
    }

    private void list(List<JvmProcess> found) {
        List<JvmProcess> others =
                found.stream()
                        .filter(process -> !process.self())
                        .sorted(Comparator.comparing(JvmProcess::startedAt).reversed())
                        .toList();
        if (!all.equals(others)) {
            all.setAll(others);
        }
        earlier.found(others);
        judge();
    }

    private void filter(String typed) {
        String wanted = typed.strip().toLowerCase(Locale.ROOT);
        shown.setPredicate(process -> matches(process, wanted));
        if (listing.get() != Listing.LOOKING) {
            judge();
        }
    }

    private void judge() {
        listing.set(
                all.isEmpty()
                        ? Listing.EMPTY
                        : shown.isEmpty() ? Listing.NO_MATCH : Listing.FILLED);
    }

    private static boolean matches(JvmProcess process, String wanted) {
        return Stream.of(
                        process.name(),
                        process.mainClass(),
                        process.arguments(),
                        process.user(),
                        process.version(),
                        process.container(),
                        String.valueOf(process.pid()))
                .anyMatch(text -> text.toLowerCase(Locale.ROOT).contains(wanted));
    }
}
