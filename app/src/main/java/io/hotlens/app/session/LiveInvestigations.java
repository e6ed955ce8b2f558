package io.hotlens.app.session;

import io.hotlens.app.chat.Chat;
import io.hotlens.app.coordinator.Coordinator;
import io.hotlens.app.coordinator.CoordinatorEvent;
import io.hotlens.app.coordinator.CoordinatorReport;
import io.hotlens.app.coordinator.CoordinatorRequest;
import io.hotlens.app.coordinator.Desk;
import io.hotlens.app.coordinator.OperatorPool;
import io.hotlens.app.event.AppEvent;
import io.hotlens.app.investigation.Investigation;
import io.hotlens.app.investigation.InvestigationRequest;
import io.hotlens.app.investigation.Strategy;
import io.hotlens.app.investigation.Trigger;
import io.hotlens.app.llm.ChatClient;
import io.hotlens.app.llm.RunModels;
import io.hotlens.app.loop.Budget;
import io.hotlens.app.model.ModelChoice;
import io.hotlens.app.notification.NotificationBook;
import io.hotlens.app.operator.OperatorEvent;
import io.hotlens.app.trace.InvestigationId;
import io.hotlens.app.trace.Outcome;
import io.hotlens.skills.target.TargetInfo;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.atomic.AtomicReference;

/// Runs investigations, each on a virtual thread of its own.
final class LiveInvestigations implements Investigations, AutoCloseable {

    private static final int KEPT = 200;

    private final Engine engine;
    private final Chats chats;
    private final TargetInfo target;
    private final Deque<Investigation> past = new ArrayDeque<>();
    private final List<Live> running = new CopyOnWriteArrayList<>();
    private volatile boolean closed;

    LiveInvestigations(Engine engine, TargetInfo target) {
        this.engine = engine;
        this.chats = new Chats(engine);
        this.target = target;
    }

    /// What a person starts takes the place of what runs by itself.
    @Override
    public Handle start(InvestigationRequest request) {
        Handle started = start(request, 0, false);
        running.stream().filter(live -> live.byItself).forEach(Live::cancel);
        return started;
    }

    /// For the monitor: gives way to a person.
    Handle startByItself(InvestigationRequest request) {
        return start(request, 0, true);
    }

    private Handle start(InvestigationRequest request, int chain, boolean byItself) {
        var live = new Live(request, chain, byItself);
        running.add(live);
        if (closed) {
            live.cancel();
        }
        Thread.ofVirtual().name("hotlens-investigation " + live.id).start(live::run);
        return live;
    }

    @Override
    public List<Investigation> past() {
        synchronized (past) {
            return List.copyOf(past);
        }
    }

    @Override
    public List<Handle> running() {
        return List.copyOf(running);
    }

    @Override
    public Chat chat(InvestigationId id) {
        return past().stream()
                .filter(one -> one.id().equals(id))
                .findFirst()
                .map(chats::about)
                .orElseThrow(
                        () ->
                                new IllegalArgumentException(
                                        "no investigation %s has ended here".formatted(id)));
    }

    @Override
    public void close() {
        closed = true;
        chats.close();
        running.forEach(Live::cancel);
    }

    private void ended(Live live, Investigation result) {
        synchronized (past) {
            past.addFirst(result);
            if (past.size() > KEPT) {
                past.removeLast();
            }
        }
        running.remove(live);
    }

    /// One investigation.
    private final class Live implements Handle {

        private final InvestigationId id = InvestigationId.random();
        private final InvestigationRequest request;
        private final int chain;
        private final boolean byItself;
        private final CompletableFuture<Investigation> result = new CompletableFuture<>();
        private final Coordinator coordinator;

        Live(InvestigationRequest request, int chain, boolean byItself) {
            this.request = request;
            this.chain = chain;
            this.byItself = byItself;
            this.coordinator = coordinator();
        }

        private Coordinator coordinator() {
            var self = new AtomicReference<Coordinator>();
            RunModels models =
                    chain > 0
                            ? engine.modelsOrFailing(request.model())
                            : engine.models().apply(request.model());
            boolean pipeline = request.strategy() == Strategy.PIPELINE;
            if (pipeline && models.coordinator().isRules()) {
                throw new IllegalArgumentException(
                        "the rules model follows a plan of its own and knows no strategy"
                                + " 'pipeline': choose a model, or leave the strategy out");
            }
            var pool =
                    new OperatorPool(
                            id,
                            engine.operators(),
                            request.allowed(),
                            Budget.within(request.timeout()),
                            models,
                            event -> onOperator(self, event));
            int iterations =
                    pipeline ? Coordinator.PIPELINE_ITERATIONS : models.coordinatorIterations();
            var asked =
                    new CoordinatorRequest(
                            id,
                            request.reason(),
                            request.skills(),
                            Budget.of(iterations, request.timeout()),
                            chain);
            var equipment =
                    new Coordinator.Equipment(
                            models,
                            new Desk(pool, engine.book(), engine.review(), engine.bench().clock()),
                            this::onCoordinator,
                            engine.bench().clock());
            Coordinator made =
                    pipeline
                            ? Coordinator.pipeline(asked, equipment, rules())
                            : new Coordinator(asked, equipment);
            self.set(made);
            return made;
        }

        private ChatClient rules() {
            return engine.models().apply(new ModelChoice.Rules()).coordinator().client();
        }

        private void onOperator(AtomicReference<Coordinator> self, OperatorEvent event) {
            Coordinator owner = self.get();
            if (owner != null) {
                owner.onOperator(event);
            }
            engine.bus().publish(new AppEvent.FromOperator(event.at(), id, event));
        }

        private void onCoordinator(CoordinatorEvent event) {
            engine.bus().publish(new AppEvent.FromCoordinator(event.at(), id, event));
        }

        void run() {
            Instant startedAt = engine.bench().clock().instant();
            engine.bus()
                    .publish(new AppEvent.InvestigationStarted(startedAt, id, request, trigger()));
            if (chain > 0) {
                engine.bus()
                        .publish(
                                new AppEvent.FollowUpStarted(
                                        startedAt, id, chain, request.reason()));
            }
            CoordinatorReport report = coordinator.run();
            Instant endedAt = engine.bench().clock().instant();
            Investigation investigation =
                    record(report, startedAt, Duration.between(startedAt, endedAt));
            ended(this, investigation);
            engine.bus().publish(new AppEvent.InvestigationEnded(endedAt, id, report.outcome()));
            result.complete(investigation);
            report.followUp()
                    .ifPresent(
                            wish ->
                                    engine.followUps()
                                            .add(
                                                    wish.delay(),
                                                    wish.reason(),
                                                    chain + 1,
                                                    () ->
                                                            start(
                                                                    again(wish.reason()),
                                                                    chain + 1,
                                                                    byItself)));
        }

        private Trigger trigger() {
            if (chain > 0) {
                return Trigger.FOLLOW_UP;
            }
            return byItself ? Trigger.MONITOR : Trigger.PERSON;
        }

        private InvestigationRequest again(String reason) {
            return new InvestigationRequest(
                    reason,
                    request.skills(),
                    request.timeout(),
                    request.allowed(),
                    request.model(),
                    request.strategy());
        }

        private Investigation record(
                CoordinatorReport report, Instant startedAt, Duration duration) {
            var unseen = new LinkedHashSet<String>();
            report.operators()
                    .forEach(o -> o.unseen().forEach(u -> unseen.add(o.skill() + ": " + u)));
            engine.unusable(request.skills()).forEach(unseen::add);
            return new Investigation(
                    id,
                    target,
                    request,
                    startedAt,
                    duration,
                    report.outcome(),
                    report.insights(),
                    engine.book().of(id).stream()
                            .map(NotificationBook.Entry::notification)
                            .toList(),
                    report.operators(),
                    new ArrayList<>(unseen),
                    report.usage());
        }

        @Override
        public InvestigationId id() {
            return id;
        }

        @Override
        public InvestigationRequest request() {
            return request;
        }

        @Override
        public void cancel() {
            coordinator.stop(new Outcome.Cancelled());
        }

        @Override
        public Investigation await() throws InterruptedException {
            try {
                return result.get();
            } catch (ExecutionException e) {
                throw new IllegalStateException("an investigation has no result", e);
            }
        }

        @Override
        public Optional<Investigation> result() {
            return Optional.ofNullable(result.getNow(null));
        }
    }
}
