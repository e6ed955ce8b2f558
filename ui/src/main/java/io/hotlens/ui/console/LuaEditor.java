package io.hotlens.ui.console;

import io.hotlens.ui.control.Shortcut;
import io.hotlens.ui.control.Showing;
import io.hotlens.ui.text.Messages;

import javafx.scene.Node;
import javafx.scene.input.KeyEvent;

import org.fxmisc.flowless.VirtualizedScrollPane;
import org.fxmisc.richtext.CodeArea;
import org.fxmisc.richtext.LineNumberFactory;
import org.fxmisc.richtext.model.StyleSpansBuilder;

import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/// The editor: colours, completion, the failed line marked. Ctrl+Enter runs all, Ctrl+Shift+Enter
/// the selection, Alt+Up and Alt+Down go through what was run, Ctrl+Space completes.
final class LuaEditor {

    private final ConsoleViewModel model;
    private final Set<String> names;
    private final CodeArea area = new CodeArea();
    private final VirtualizedScrollPane<CodeArea> root = new VirtualizedScrollPane<>(area);
    private final CompletionPopup popup;

    LuaEditor(ConsoleViewModel model) {
        this.model = model;
        names = model.callbackNames();
        area.setId("console-code");
        area.getStyleClass().add("code-area");
        area.setParagraphGraphicFactory(LineNumberFactory.get(area));
        area.setAccessibleText(Messages.text("console.editor"));
        area.replaceText(model.code().get());
        popup = new CompletionPopup(area, model.callbacks());
        area.textProperty()
                .addListener(
                        (_, _, text) -> {
                            model.code().set(text);
                            colour(text);
                        });
        Showing.follow(root, model.code(), this::take);
        Showing.follow(root, model.errorLine(), line -> mark(line.intValue()));
        area.addEventFilter(KeyEvent.KEY_PRESSED, this::onKey);
        area.addEventHandler(KeyEvent.KEY_TYPED, _ -> popup.typed());
        area.caretPositionProperty().addListener((_, _, _) -> popup.moved());
        area.focusedProperty()
                .addListener(
                        (_, _, focused) -> {
                            if (!focused) {
                                popup.hide();
                            }
                        });
        colour(area.getText());
    }

    Node node() {
        return root;
    }

    void insert(String text) {
        area.replaceSelection(text);
        area.requestFocus();
    }

    private void take(String text) {
        if (!text.equals(area.getText())) {
            area.replaceText(text);
            area.moveTo(text.length());
        }
    }

    private void onKey(KeyEvent key) {
        if (popup.handles(key.getCode())) {
            key.consume();
        } else {
            Shortcut.of(ConsoleKey.values(), key)
                    .ifPresent(
                            wanted -> {
                                act(wanted);
                                key.consume();
                            });
        }
    }

    private void act(ConsoleKey wanted) {
        switch (wanted) {
            case RUN -> model.run();
            case RUN_SELECTION -> runSelection();
            case COMPLETE -> popup.ask();
            case EARLIER -> model.back();
            case LATER -> model.forward();
        }
    }

    private void runSelection() {
        String selection = area.getSelectedText();
        if (selection.isBlank()) {
            model.run();
        } else {
            model.run(selection);
        }
    }

    private void colour(String text) {
        var spans = new StyleSpansBuilder<Collection<String>>();
        int end = 0;
        for (LuaTokens.Token token : LuaTokens.of(text, names)) {
            spans.add(List.of(), token.start() - end);
            spans.add(
                    List.of("lua-" + token.kind().name().toLowerCase(Locale.ROOT)),
                    token.end() - token.start());
            end = token.end();
        }
        spans.add(List.of(), text.length() - end);
        area.setStyleSpans(0, spans.create());
    }

    private void mark(int line) {
        for (int i = 0; i < area.getParagraphs().size(); i++) {
            area.setParagraphStyle(i, i == line - 1 ? List.of("error-line") : List.of());
        }
    }
}
