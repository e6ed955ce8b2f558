package io.hotlens.ui.settings;

import io.hotlens.app.model.ModelCatalog;
import io.hotlens.app.model.ModelRole;
import io.hotlens.ui.control.EmptyState;
import io.hotlens.ui.control.Words;
import io.hotlens.ui.text.Messages;

import javafx.beans.Observable;
import javafx.collections.FXCollections;
import javafx.collections.MapChangeListener;
import javafx.scene.control.Button;
import javafx.scene.control.ChoiceBox;
import javafx.scene.control.Label;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import javafx.util.StringConverter;

import org.kordamp.ikonli.feather.Feather;
import org.kordamp.ikonli.javafx.FontIcon;

import java.util.ArrayList;
import java.util.Optional;
import java.util.function.Consumer;

/// The clients of models and who plays which part.
final class ModelsPane {

    private final ModelsViewModel model;
    private final VBox clients = new VBox(8);
    private final FlowPane roles = new FlowPane(16, 16);
    private final Button add;
    private final VBox root;
    private Optional<ClientFormView> form = Optional.empty();

    ModelsPane(ModelsViewModel model) {
        this.model = model;
        add = Fields.button("add-client", Messages.text("settings.add"), model::add);
        add.setGraphic(new FontIcon(Feather.PLUS));
        Label note = Words.wrapped("", "small");
        note.setId("key-note");
        model.note().subscribe(text -> Words.shown(note, !text.isEmpty()).setText(text));
        root =
                Fields.section(
                        Messages.text("settings.models"),
                        Messages.text("settings.models_next"),
                        roles,
                        clients,
                        note,
                        add);
        model.lines().addListener((Observable _) -> show());
        model.tests().addListener((MapChangeListener<String, ClientTrial>) _ -> show());
        model.leaving().subscribe(_ -> show());
        model.form().subscribe(this::open);
        model.catalog().subscribe(this::showRoles);
    }

    VBox node() {
        return root;
    }

    private void open(Optional<ClientForm> opened) {
        form.ifPresent(ClientFormView::close);
        form = opened.map(typed -> new ClientFormView(model, typed));
        show();
        opened.ifPresent(_ -> form.ifPresent(view -> view.node().requestFocus()));
    }

    private void show() {
        clients.getChildren().clear();
        Optional<String> edited =
                model.form().get().filter(f -> !f.isNew()).map(f -> f.name().get());
        for (ClientLine line : model.lines()) {
            clients.getChildren()
                    .add(
                            form.filter(_ -> edited.filter(line.name()::equals).isPresent())
                                    .map(ClientFormView::node)
                                    .orElseGet(() -> ClientCard.of(line, model)));
        }
        form.filter(_ -> edited.isEmpty())
                .ifPresent(view -> clients.getChildren().addFirst(view.node()));
        if (clients.getChildren().isEmpty()) {
            clients.getChildren()
                    .add(
                            EmptyState.of(
                                    Feather.CPU,
                                    Messages.text("settings.no_clients"),
                                    Messages.text("settings.no_clients_next")));
        }
        Words.shown(add, form.isEmpty());
    }

    private void showRoles(ModelCatalog catalog) {
        Words.shown(roles, !catalog.clients().isEmpty());
        roles.getChildren()
                .setAll(
                        role(
                                "role-primary",
                                Messages.text("settings.primary"),
                                Messages.text("settings.rules"),
                                catalog.primary(),
                                model::choosePrimary));
        for (ModelRole role : ModelRole.values()) {
            roles.getChildren()
                    .add(
                            role(
                                    "role-" + role.word(),
                                    title(role),
                                    nobody(role),
                                    Optional.ofNullable(catalog.roles().get(role)),
                                    client -> model.chooseFor(role, client)));
        }
    }

    private static String title(ModelRole role) {
        return switch (role) {
            case OPERATOR -> Messages.text("settings.operators_by");
            case COORDINATOR -> Messages.text("settings.coordinator_by");
            case SUMMARY -> Messages.text("settings.summary_by");
            case CHAT -> Messages.text("settings.chat_by");
        };
    }

    /// Who plays a part that no client is chosen for.
    private static String nobody(ModelRole role) {
        return switch (role) {
            case OPERATOR, COORDINATOR -> Messages.text("settings.as_primary");
            case SUMMARY -> Messages.text("settings.as_own");
            case CHAT -> Messages.text("settings.as_coordinator");
        };
    }

    /// @param nobody what it is called when no client is chosen
    private VBox role(
            String id,
            String title,
            String nobody,
            Optional<String> chosen,
            Consumer<Optional<String>> choose) {
        var items = new ArrayList<Optional<String>>();
        items.add(Optional.empty());
        model.catalog().get().clients().keySet().forEach(name -> items.add(Optional.of(name)));
        var box = new ChoiceBox<>(FXCollections.observableArrayList(items));
        box.setId(id);
        box.setConverter(
                new StringConverter<>() {
                    @Override
                    public String toString(Optional<String> client) {
                        return client.orElse(nobody);
                    }

                    @Override
                    public Optional<String> fromString(String text) {
                        return Optional.of(text);
                    }
                });
        box.setValue(chosen);
        box.setMaxWidth(Double.MAX_VALUE);
        box.setOnAction(_ -> choose.accept(box.getValue()));
        VBox named = Fields.named(title, box);
        named.getStyleClass().add("role");
        HBox.setHgrow(named, Priority.ALWAYS);
        return named;
    }
}
