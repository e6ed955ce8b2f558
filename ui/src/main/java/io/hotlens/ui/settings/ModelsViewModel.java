package io.hotlens.ui.settings;

import io.hotlens.app.model.ModelCatalog;
import io.hotlens.app.model.ModelClient;
import io.hotlens.app.model.ModelRole;
import io.hotlens.app.model.Price;
import io.hotlens.app.session.ModelAdmin;
import io.hotlens.app.settings.Settings;
import io.hotlens.ui.text.Messages;

import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.beans.property.SimpleObjectProperty;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import javafx.collections.ObservableMap;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/// The clients of models, what they play, and the form of one. Belongs to the JavaFX thread.
final class ModelsViewModel {

    private final SettingsStore store;
    private final ObservableList<ClientLine> lines = FXCollections.observableArrayList();
    private final ReadOnlyObjectWrapper<ModelCatalog> catalog =
            new ReadOnlyObjectWrapper<>(ModelCatalog.EMPTY);
    private final ReadOnlyObjectWrapper<Optional<ClientForm>> form =
            new ReadOnlyObjectWrapper<>(Optional.empty());
    private final ObjectProperty<Optional<String>> leaving =
            new SimpleObjectProperty<>(Optional.empty());
    private final ReadOnlyStringWrapper note = new ReadOnlyStringWrapper("");
    private final ObservableMap<String, ClientTrial> tests = FXCollections.observableHashMap();
    private final Map<String, Runnable> running = new HashMap<>();
    private Map<String, ClientLine.Key> keys = Map.of();
    private List<Price> prices = List.of();
    private long attempts;

    ModelsViewModel(SettingsStore store) {
        this.store = store;
        store.settings().subscribe(now -> now.ifPresent(this::show));
    }

    /// In the order of the settings.
    ObservableList<ClientLine> lines() {
        return lines;
    }

    ReadOnlyObjectProperty<ModelCatalog> catalog() {
        return catalog.getReadOnlyProperty();
    }

    /// The client that is being added or changed.
    ReadOnlyObjectProperty<Optional<ClientForm>> form() {
        return form.getReadOnlyProperty();
    }

    /// The client that is about to be removed, when the user says so once more.
    ObjectProperty<Optional<String>> leaving() {
        return leaving;
    }

    /// Where a key was kept, in words; empty when none was.
    ReadOnlyStringProperty note() {
        return note.getReadOnlyProperty();
    }

    /// What became of asking clients, by their names.
    ObservableMap<String, ClientTrial> tests() {
        return tests;
    }

    /// Who chooses the next step, in one sentence.
    String sentence() {
        ModelCatalog now = catalog.get();
        Optional<String> operator = now.player(ModelRole.OPERATOR).map(ModelClient::name);
        Optional<String> coordinator = now.player(ModelRole.COORDINATOR).map(ModelClient::name);
        if (operator.isEmpty() && coordinator.isEmpty()) {
            return Messages.text("settings.rules_choose");
        }
        String rules = Messages.text("settings.rules");
        return operator.equals(coordinator)
                ? Messages.text("settings.one_chooses", operator.orElse(rules))
                : Messages.text(
                        "settings.two_choose", coordinator.orElse(rules), operator.orElse(rules));
    }

    private void show(Settings settings) {
        prices = settings.prices();
        catalog.set(settings.models());
        list();
        lookForKeys();
    }

    private void list() {
        var fresh = new ArrayList<ClientLine>();
        for (ModelClient client : catalog.get().clients().values()) {
            ClientLine.Key key =
                    client.spec().provider().needsKey()
                            ? keys.getOrDefault(client.name(), ClientLine.Key.LOOKING)
                            : ClientLine.Key.NOT_NEEDED;
            fresh.add(new ClientLine(client, key, parts(client.name())));
        }
        lines.setAll(fresh);
    }

    private List<String> parts(String name) {
        var parts = new ArrayList<String>();
        for (ModelRole role : ModelRole.values()) {
            if (catalog.get().player(role).filter(c -> c.name().equals(name)).isPresent()) {
                parts.add(part(role));
            }
        }
        return parts;
    }

    static String part(ModelRole role) {
        return switch (role) {
            case OPERATOR -> Messages.text("settings.operator");
            case COORDINATOR -> Messages.text("settings.coordinator");
            case SUMMARY -> Messages.text("settings.summary");
            case CHAT -> Messages.text("settings.chat");
        };
    }

    private void lookForKeys() {
        store.tasks()
                .run(
                        store.engine().clients()::get,
                        found -> {
                            var known = new HashMap<String, ClientLine.Key>();
                            for (ModelAdmin.View view : found) {
                                known.put(
                                        view.name(),
                                        view.keyFound()
                                                ? ClientLine.Key.FOUND
                                                : ClientLine.Key.MISSING);
                            }
                            keys = known;
                            list();
                        },
                        store::tell);
    }

    void add() {
        open(Optional.empty());
    }

    void edit(String name) {
        open(Optional.ofNullable(catalog.get().clients().get(name)));
    }

    private void open(Optional<ModelClient> client) {
        leaving.set(Optional.empty());
        form.set(
                Optional.of(
                        new ClientForm(
                                client, Set.copyOf(catalog.get().clients().keySet()), prices)));
    }

    void closeForm() {
        form.set(Optional.empty());
    }

    /// Keeps the key first, so that a client is never saved without the key that was typed for it;
    /// the form stays open when something is wrong or cannot be written.
    ///
    /// @param key empty leaves the one there is
    void save(String key) {
        Optional<ClientForm> typed = form.get();
        Optional<ModelClient> read = typed.flatMap(ClientForm::read);
        if (read.isEmpty()) {
            return;
        }
        ModelClient client = read.get();
        note.set("");
        String secret = key.strip();
        if (secret.isEmpty()) {
            write(typed, client);
            return;
        }
        store.tasks()
                .run(
                        () -> store.engine().keepKey().apply(client.name(), secret),
                        where -> {
                            note.set(Messages.text("settings.key_kept", client.name(), where));
                            write(typed, client);
                        },
                        store::tell);
    }

    private void write(Optional<ClientForm> typed, ModelClient client) {
        String model = client.spec().model();
        Optional<Price> price = typed.flatMap(form -> form.price().of(model));
        store.change(
                settings ->
                        settings.with(Catalogs.with(settings.models(), client))
                                .withPrices(Catalogs.withPrice(settings.prices(), model, price)),
                () -> {
                    forget(client.name());
                    if (form.get().equals(typed)) {
                        closeForm();
                    }
                });
    }

    /// Removes the client that is about to leave, and its stored key.
    void remove() {
        leaving.get()
                .ifPresent(
                        name ->
                                store.change(
                                        settings ->
                                                settings.with(
                                                        Catalogs.without(settings.models(), name)),
                                        () -> {
                                            forget(name);
                                            leaving.set(Optional.empty());
                                        }));
    }

    private void forget(String name) {
        cancelTest(name);
        tests.remove(name);
    }

    void choosePrimary(Optional<String> client) {
        store.change(s -> s.with(Catalogs.withPrimary(s.models(), client)), () -> {});
    }

    void chooseFor(ModelRole role, Optional<String> client) {
        store.change(s -> s.with(Catalogs.withRole(s.models(), role, client)), () -> {});
    }

    /// Asks a client once.
    void test(String name) {
        cancelTest(name);
        var mine = new ClientTrial.Running(++attempts);
        tests.put(name, mine);
        running.put(
                name,
                store.tasks()
                        .start(
                                () -> store.engine().check().check(name),
                                check -> ended(name, mine, new ClientTrial.Done(check)),
                                why -> ended(name, mine, new ClientTrial.Failed(why))));
    }

    private void ended(String name, ClientTrial.Running mine, ClientTrial how) {
        if (mine.equals(tests.get(name))) {
            tests.put(name, how);
        }
    }

    /// Gives up waiting for a client.
    void cancelTest(String name) {
        Optional.ofNullable(running.remove(name)).ifPresent(Runnable::run);
        if (tests.get(name) instanceof ClientTrial.Running) {
            tests.remove(name);
        }
    }
}
