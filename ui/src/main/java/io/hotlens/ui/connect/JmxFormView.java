package io.hotlens.ui.connect;

import io.hotlens.ui.connect.JmxForm.TlsChoice;
import io.hotlens.ui.connect.RecentTargets.Recent;
import io.hotlens.ui.control.Words;
import io.hotlens.ui.text.Messages;

import javafx.beans.Observable;
import javafx.beans.property.StringProperty;
import javafx.scene.control.Button;
import javafx.scene.control.ChoiceBox;
import javafx.scene.control.Hyperlink;
import javafx.scene.control.Label;
import javafx.scene.control.PasswordField;
import javafx.scene.control.TextField;
import javafx.scene.layout.VBox;

/// The form for a JMX address, with the addresses used last below it.
final class JmxFormView {

    private final ConnectViewModel model;
    private final VBox root = new VBox(8);

    JmxFormView(ConnectViewModel model) {
        this.model = model;
        JmxForm form = model.form();
        TextField address = field(new TextField(), "jmx-address", form.address());
        address.setPromptText(Messages.text("connect.address_prompt"));
        TextField user = field(new TextField(), "jmx-user", form.user());
        TextField password = field(new PasswordField(), "jmx-password", form.password());
        var tls = new ChoiceBox<TlsChoice>();
        tls.setId("jmx-tls");
        tls.getItems().setAll(TlsChoice.values());
        tls.valueProperty().bindBidirectional(form.tls());
        tls.setMaxWidth(Double.MAX_VALUE);
        VBox trust = trust(form);
        form.tls().subscribe(choice -> Words.shown(trust, choice == TlsChoice.ON));
        var connect = new Button(Messages.text("connect.button"));
        connect.setId("jmx-connect");
        connect.setMaxWidth(Double.MAX_VALUE);
        connect.disableProperty().bind(form.address().isEmpty());
        connect.setOnAction(_ -> model.connectForm());
        address.setOnAction(_ -> model.connectForm());
        password.setOnAction(_ -> model.connectForm());
        root.getStyleClass().add("card");
        root.getChildren()
                .addAll(
                        Words.heading(Messages.text("connect.remote")),
                        named("connect.address", address),
                        named("connect.user", user),
                        named("connect.password", password),
                        named("connect.tls", tls),
                        trust,
                        connect,
                        recents());
    }

    VBox node() {
        return root;
    }

    private static VBox trust(JmxForm form) {
        return new VBox(
                8,
                named(
                        "connect.trust_store",
                        field(new TextField(), "jmx-trust-store", form.trustStore())),
                named(
                        "connect.trust_store_password",
                        field(
                                new PasswordField(),
                                "jmx-trust-store-password",
                                form.trustStorePassword())));
    }

    private VBox recents() {
        var box = new VBox(4);
        model.recents().addListener((Observable _) -> showRecents(box));
        showRecents(box);
        return box;
    }

    private void showRecents(VBox box) {
        Words.shown(box, !model.recents().isEmpty());
        box.getChildren().setAll(Words.small(Messages.text("connect.recent")));
        for (Recent recent : model.recents()) {
            String name = recent.name().isEmpty() ? "" : recent.name() + "  ·  ";
            var link = new Hyperlink(name + recent.address());
            link.setOnAction(_ -> model.fill(recent));
            box.getChildren().add(link);
        }
    }

    private static <F extends TextField> F field(F field, String id, StringProperty value) {
        field.setId(id);
        field.textProperty().bindBidirectional(value);
        return field;
    }

    private static VBox named(String key, javafx.scene.control.Control field) {
        Label label = Words.small(Messages.text(key));
        label.setLabelFor(field);
        return new VBox(4, label, field);
    }
}
