package io.hotlens.app.session;

import io.hotlens.app.chat.Chat;
import io.hotlens.app.chat.LiveChat;
import io.hotlens.app.coordinator.OperatorPool;
import io.hotlens.app.event.AppEvent;
import io.hotlens.app.investigation.Investigation;
import io.hotlens.app.llm.LlmException;
import io.hotlens.app.llm.RunModels;
import io.hotlens.app.loop.Budget;
import io.hotlens.app.operator.OperatorEvent;
import io.hotlens.app.settings.SettingsException;
import io.hotlens.app.trace.InvestigationId;

import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// The chats of a session, one for each investigation that was asked about. Safe from any thread.
final class Chats implements AutoCloseable {

    /// For one look of an operator that a question needs.
    private static final Duration LOOK = Duration.ofSeconds(60);

    private static final int KEPT = 50;

    private final Engine engine;
    private final Map<InvestigationId, Chat> chats =
            new LinkedHashMap<>() {
                @Override
                protected boolean removeEldestEntry(Map.Entry<InvestigationId, Chat> eldest) {
                    return size() > KEPT;
                }
            };

    Chats(Engine engine) {
        this.engine = engine;
    }

    synchronized Chat about(Investigation investigation) {
        return chats.computeIfAbsent(investigation.id(), _ -> chat(investigation));
    }

    private Chat chat(Investigation one) {
        return new LiveChat(
                one,
                new LiveChat.Equipment(
                        () -> models(one),
                        () -> pool(one),
                        engine.book(),
                        event ->
                                engine.bus()
                                        .publish(
                                                new AppEvent.FromChat(event.at(), one.id(), event)),
                        engine.bench().clock()));
    }

    private RunModels models(Investigation one) {
        try {
            return engine.models().apply(one.request().model());
        } catch (IllegalArgumentException | SettingsException e) {
            throw new LlmException.Fatal(String.valueOf(e.getMessage()));
        }
    }

    private OperatorPool pool(Investigation one) {
        return new OperatorPool(
                one.id(),
                engine.operators(),
                one.request().allowed(),
                Budget.within(LOOK),
                models(one),
                event -> told(one.id(), event));
    }

    private void told(InvestigationId id, OperatorEvent event) {
        if (event.step() instanceof OperatorEvent.NotificationSent(var notification)) {
            engine.book().add(notification);
        }
        engine.bus().publish(new AppEvent.FromOperator(event.at(), id, event));
    }

    @Override
    public void close() {
        List<Chat> all;
        synchronized (this) {
            all = List.copyOf(chats.values());
        }
        all.forEach(Chat::stop);
    }
}
