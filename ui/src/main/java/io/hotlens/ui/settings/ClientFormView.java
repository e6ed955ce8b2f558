package io.hotlens.ui.settings;

import io.hotlens.app.model.Provider;
import io.hotlens.ui.control.Words;
import io.hotlens.ui.text.Messages;

import javafx.beans.Observable;
import javafx.beans.value.ObservableValue;
import javafx.scene.control.CheckBox;
import javafx.scene.control.ChoiceBox;
import javafx.scene.control.PasswordField;
import javafx.scene.control.TextField;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import javafx.util.StringConverter;

/// The form of one client. The key is in its password field only, and gone with it.
final class ClientFormView {

    private final ModelsViewModel model;
    private final ClientForm form;
    private final PasswordField key = new PasswordField();
    private final VBox root = new VBox(16);

    ClientFormView(ModelsViewModel model, ClientForm form) {
        this.model = model;
        this.form = form;
        key.setId("client-key");
        root.setId("client-form");
        root.getStyleClass().add("card");
        root.getChildren()
                .addAll(
                        Words.strong(
                                form.isNew()
                                        ? Messages.text("settings.new_client")
                                        : Messages.text(
                                                "settings.change_client", form.name().get())),
                        row(name(), provider()),
                        row(named(), address()),
                        key(),
                        PriceFields.of(form.price(), () -> model.save(key.getText())));
        if (!form.others().isEmpty()) {
            root.getChildren().add(fallbacks());
        }
        root.getChildren()
                .add(
                        new HBox(
                                8,
                                Fields.button(
                                        "client-save",
                                        Messages.text("settings.save"),
                                        () -> model.save(key.getText()),
                                        "accent"),
                                Fields.button(
                                        "client-cancel",
                                        Messages.text("settings.cancel"),
                                        model::closeForm,
                                        "flat")));
    }

    VBox node() {
        return root;
    }

    /// Takes the key out of the field.
    void close() {
        key.clear();
    }

    private static HBox row(VBox left, VBox right) {
        left.setPrefWidth(320);
        right.setPrefWidth(320);
        HBox.setHgrow(left, Priority.ALWAYS);
        HBox.setHgrow(right, Priority.ALWAYS);
        return new HBox(16, left, right);
    }

    private ObservableValue<String> wrong(ClientForm.Field field) {
        return form.wrong().map(all -> all.getOrDefault(field, ""));
    }

    private VBox name() {
        TextField field = field(new TextField(), "client-name", form.name());
        field.setDisable(!form.isNew());
        field.setPromptText(Messages.text("settings.name_prompt"));
        return Fields.named(Messages.text("settings.name"), field, wrong(ClientForm.Field.NAME));
    }

    private <F extends TextField> F field(
            F field, String id, javafx.beans.property.StringProperty value) {
        Fields.text(field, id, value);
        field.setOnAction(_ -> model.save(key.getText()));
        return field;
    }

    private VBox provider() {
        var choice = new ChoiceBox<Provider>();
        choice.setId("client-provider");
        choice.getItems().setAll(Provider.values());
        choice.setConverter(
                new StringConverter<>() {
                    @Override
                    public String toString(Provider provider) {
                        return title(provider);
                    }

                    @Override
                    public Provider fromString(String text) {
                        return form.provider().get();
                    }
                });
        choice.valueProperty().bindBidirectional(form.provider());
        choice.setMaxWidth(Double.MAX_VALUE);
        return Fields.named(Messages.text("settings.provider"), choice);
    }

    static String title(Provider provider) {
        return switch (provider) {
            case ANTHROPIC -> Messages.text("provider.anthropic");
            case OPENAI -> Messages.text("provider.openai");
            case GEMINI -> Messages.text("provider.gemini");
            case OLLAMA -> Messages.text("provider.ollama");
            case MISTRAL -> Messages.text("provider.mistral");
            case OPENROUTER -> Messages.text("provider.openrouter");
            case AZURE -> Messages.text("provider.azure");
            case BEDROCK -> Messages.text("provider.bedrock");
            case VERTEX -> Messages.text("provider.vertex");
            case COMPATIBLE -> Messages.text("provider.compatible");
        };
    }

    private VBox named() {
        TextField field = field(new TextField(), "client-model", form.model());
        form.provider()
                .subscribe(
                        provider ->
                                field.setPromptText(
                                        provider.defaultModel()
                                                .map(
                                                        usual ->
                                                                Messages.text(
                                                                        "settings.usual", usual))
                                                .orElse(Messages.text("settings.model_prompt"))));
        return Fields.named(Messages.text("settings.model"), field, wrong(ClientForm.Field.MODEL));
    }

    private VBox address() {
        TextField field = field(new TextField(), "client-url", form.baseUrl());
        form.provider().subscribe(provider -> field.setPromptText(addressOf(provider)));
        return Fields.named(Messages.text("settings.url"), field, wrong(ClientForm.Field.BASE_URL));
    }

    private static String addressOf(Provider provider) {
        return switch (provider) {
            case AZURE -> Messages.text("settings.url_azure");
            case BEDROCK -> Messages.text("settings.url_bedrock");
            case VERTEX -> Messages.text("settings.url_vertex");
            case COMPATIBLE -> Messages.text("settings.url_compatible");
            case ANTHROPIC, OPENAI, GEMINI, OLLAMA, MISTRAL, OPENROUTER ->
                    provider.baseUrl().map(url -> Messages.text("settings.usual", url)).orElse("");
        };
    }

    private VBox key() {
        key.setPromptText(
                Messages.text(form.isNew() ? "settings.key_prompt" : "settings.key_prompt_old"));
        key.setOnAction(_ -> model.save(key.getText()));
        VBox box = Fields.named(Messages.text("settings.key"), key);
        var hint = Words.wrapped("", "small");
        form.provider()
                .subscribe(
                        provider ->
                                hint.setText(
                                        provider.keyVariable()
                                                .map(v -> Messages.text("settings.key_hint", v))
                                                .orElse(Messages.text("settings.key_none"))));
        box.getChildren().add(hint);
        return box;
    }

    private VBox fallbacks() {
        var boxes = new FlowPane(16, 8);
        for (String other : form.others()) {
            var box = new CheckBox();
            box.setMnemonicParsing(false);
            Runnable paint =
                    () -> {
                        int place = form.fallbacks().indexOf(other);
                        box.setSelected(place >= 0);
                        box.setText(
                                place < 0
                                        ? other
                                        : Messages.text("settings.fallback", place + 1, other));
                    };
            form.fallbacks().addListener((Observable _) -> paint.run());
            paint.run();
            box.setOnAction(
                    _ -> {
                        if (box.isSelected()) {
                            form.fallbacks().add(other);
                        } else {
                            form.fallbacks().remove(other);
                        }
                    });
            boxes.getChildren().add(box);
        }
        return new VBox(4, Words.small(Messages.text("settings.fallbacks")), boxes);
    }
}
