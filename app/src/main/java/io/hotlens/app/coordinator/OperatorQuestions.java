package io.hotlens.app.coordinator;

import io.hotlens.app.operator.Operator;
import io.hotlens.app.operator.OperatorAnswer;
import io.hotlens.app.trace.Usage;
import io.hotlens.skills.data.Data;

import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.time.Duration;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Consumer;

/// Questions to operators that are answered in the background: what an operator says comes as news,
/// so that neither it nor the coordinator waits. Safe from any thread.
final class OperatorQuestions {

    static final Duration DEADLINE = Duration.ofSeconds(30);

    private static final Logger LOG = System.getLogger(OperatorQuestions.class.getName());

    private final Consumer<CoordinatorEvent.Step> events;
    private final Consumer<Data> news;
    private final Duration deadline;
    private final Set<Thread> open = ConcurrentHashMap.newKeySet();
    private Usage usage = Usage.NONE;

    /// @param news given `{news: "operator_answer", skill, question, response}`
    /// @param deadline after this the record of the operator is the answer
    OperatorQuestions(
            Consumer<CoordinatorEvent.Step> events, Consumer<Data> news, Duration deadline) {
        this.events = events;
        this.news = news;
        this.deadline = deadline;
    }

    /// Returns at once.
    void ask(Operator operator, String question) {
        Thread asker =
                Thread.ofVirtual()
                        .name("hotlens-question " + operator.id())
                        .unstarted(() -> wait(operator, question));
        open.add(asker);
        asker.start();
    }

    private void wait(Operator operator, String question) {
        var task = new FutureTask<>(() -> operator.answer(question));
        Thread inner = Thread.ofVirtual().name("hotlens-answer " + operator.id()).start(task);
        try {
            tell(operator, question, task.get(deadline.toNanos(), TimeUnit.NANOSECONDS));
        } catch (TimeoutException _) {
            tell(operator, question, fromRecord(operator));
        } catch (ExecutionException e) {
            LOG.log(Level.ERROR, "a question to the operator of " + operator.id() + " failed", e);
            tell(operator, question, fromRecord(operator));
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
        } finally {
            inner.interrupt();
            open.remove(Thread.currentThread());
        }
    }

    private static OperatorAnswer fromRecord(Operator operator) {
        return new OperatorAnswer(operator.tell().orElse("it has seen nothing"), Usage.NONE);
    }

    private void tell(Operator operator, String question, OperatorAnswer answer) {
        synchronized (this) {
            usage = usage.plus(answer.usage());
        }
        events.accept(
                new CoordinatorEvent.OperatorMessaged(operator.id(), question, answer.text()));
        news.accept(
                Data.fields()
                        .put("news", "operator_answer")
                        .put("skill", operator.id().value())
                        .put("question", question)
                        .put("response", answer.text())
                        .build());
    }

    /// What the answers have cost.
    synchronized Usage usage() {
        return usage;
    }

    /// Nothing is answered any more.
    void stop() {
        open.forEach(Thread::interrupt);
    }
}
