package io.hotlens.ui.shell;

import io.hotlens.app.notification.Notification;
import io.hotlens.app.notification.NotificationBook;
import io.hotlens.app.notification.NotificationId;
import io.hotlens.app.session.Session;
import io.hotlens.app.session.SkillView;
import io.hotlens.ui.fx.EventPump;
import io.hotlens.ui.fx.Tasks;
import io.hotlens.ui.model.EventLog;
import io.hotlens.ui.model.EventNames;
import io.hotlens.ui.model.Sent;
import io.hotlens.ui.model.TargetModel;
import io.hotlens.ui.model.VitalsTicker;

import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleObjectProperty;

import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// A session with what the window keeps beside it. Belongs to the JavaFX thread.
public final class OpenTarget implements AutoCloseable {

    private final Session session;
    private final Tasks tasks;
    private final InstantSource clock;
    private final TargetModel model;
    private final InvestigateCommand investigate;
    private final Sent sent;
    private final EventPump pump;
    private final EventLog log;
    private final VitalsTicker ticker;
    private final List<Runnable> afterwards = new ArrayList<>();
    private final ObjectProperty<ScreenId> screen = new SimpleObjectProperty<>(ScreenId.OVERVIEW);

    /// Starts to follow the session's events and vitals; the session is closed with this.
    public OpenTarget(Session session, Tasks tasks, InstantSource clock) {
        this.session = session;
        this.tasks = tasks;
        this.clock = clock;
        model =
                new TargetModel(
                        session.target(),
                        session.skills().stream()
                                .filter(view -> view.unusable().isEmpty())
                                .map(SkillView::skill)
                                .toList(),
                        session.state());
        investigate = new InvestigateCommand(session.investigations(), model, tasks);
        sent = new Sent(session.egress(), tasks.screen());
        pump = EventPump.start(session.events(), tasks.screen(), model::apply);
        log =
                EventLog.follow(
                        session.events(),
                        tasks.screen(),
                        new EventNames(model::title, this::notification));
        ticker =
                VitalsTicker.start(
                        session,
                        clock,
                        tasks.screen(),
                        vitals -> model.show(vitals.as(session.state())));
        tasks.inPieces(() -> session.notifications().all().reversed(), model::restore);
    }

    private Optional<Notification> notification(NotificationId id) {
        return session.notifications().get(id).map(NotificationBook.Entry::notification);
    }

    public Session session() {
        return session;
    }

    public InstantSource clock() {
        return clock;
    }

    public TargetModel model() {
        return model;
    }

    public InvestigateCommand investigate() {
        return investigate;
    }

    /// What left for models.
    public Sent sent() {
        return sent;
    }

    /// Everything that happened in the session, as far back as it is remembered.
    public EventLog log() {
        return log;
    }

    /// The screen that is shown when this target is selected.
    public ObjectProperty<ScreenId> screen() {
        return screen;
    }

    /// Whether it is the one on the screen.
    void inFront(boolean shown) {
        ticker.inFront(shown);
    }

    /// Has something done when the session is closed, where it may block.
    public void afterwards(Runnable work) {
        afterwards.add(work);
    }

    @Override
    public void close() {
        pump.close();
        log.close();
        sent.close();
        ticker.close();
        List<Runnable> last = List.copyOf(afterwards);
        tasks.background()
                .execute(
                        () -> {
                            session.close();
                            last.forEach(Runnable::run);
                        });
    }
}
