package io.hotlens.app.loop;

import io.hotlens.app.llm.Model;
import io.hotlens.app.llm.ToolSpec;
import io.hotlens.app.llm.Transcript;
import io.hotlens.app.trace.Usage;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;

/// Keeps the conversation of one run within the prompt that its model should be given: older
/// messages give way to a summary that keeps their ids. Belongs to the run's thread.
public final class Compactor {

    private static final int KEPT = 5;

    /// A server that counts only what it had not yet cached tells less than this share.
    private static final int LEAST_COUNTED = 2;

    private final Model model;
    private final Model summary;
    private final int kept;
    private final MessageSizes sizes = new MessageSizes();

    /// How many tokens more than estimated the last prompt had.
    private long surplus;

    /// What the model is asked with.
    ///
    /// @param usage what it cost to shorten it
    record Fitted(Transcript transcript, Usage usage) {}

    /// Keeps the newest five messages as they are.
    ///
    /// @param model the one that goes on; the rules model is always given everything
    /// @param summary the one that sums up; with the rules model older messages go without a text
    public Compactor(Model model, Model summary) {
        this(model, summary, KEPT);
    }

    Compactor(Model model, Model summary, int kept) {
        this.model = model;
        this.summary = summary;
        this.kept = kept;
    }

    /// Notes what the provider counted.
    void asked(Transcript prompt, List<ToolSpec> tools, Usage usage) {
        if (model.promptTokens().isPresent()) {
            long estimated = PromptSize.tokens(sizes.of(prompt, tools));
            surplus =
                    usage.inputTokens() * LEAST_COUNTED < estimated
                            ? 0
                            : usage.inputTokens() - estimated;
        }
    }

    /// The transcript to ask with, shorter where it has to be.
    Fitted fit(Transcript transcript, List<ToolSpec> tools, Consumer<LoopEvent> observer)
            throws InterruptedException {
        long tokens = PromptSize.tokens(sizes.of(transcript, tools)) + surplus;
        if (model.promptTokens().isEmpty() || tokens <= model.promptTokens().getAsInt()) {
            return new Fitted(transcript, Usage.NONE);
        }
        int limit = model.promptTokens().getAsInt();
        long start = System.nanoTime();
        observer.accept(new LoopEvent.CompactionStarted(transcript.messages().size(), tokens));
        Fitted compacted = compacted(transcript, limit, observer);
        Transcript shorter =
                Shortening.of(
                        compacted.transcript(),
                        PromptSize.characters(limit) - PromptSize.of(tools));
        surplus = 0;
        observer.accept(
                new LoopEvent.CompactionStopped(
                        shorter.messages().size(),
                        PromptSize.tokens(PromptSize.of(shorter, tools)),
                        Duration.ofNanos(System.nanoTime() - start)));
        return new Fitted(shorter, compacted.usage());
    }

    private Fitted compacted(Transcript transcript, int limit, Consumer<LoopEvent> observer)
            throws InterruptedException {
        List<Transcript.Message> messages = transcript.messages();
        int from = Math.max(1, messages.size() - kept);
        while (from > 1 && messages.get(from) instanceof Transcript.ToolResult) {
            from--;
        }
        List<Transcript.Message> dropped = messages.subList(1, from);
        if (dropped.stream().allMatch(Compactor::isSummary)) {
            return new Fitted(transcript, Usage.NONE);
        }
        Summary written = Summary.of(dropped, summary, limit, observer);
        var shorter = new ArrayList<Transcript.Message>();
        shorter.add(messages.getFirst());
        shorter.add(new Transcript.FromUser(written.content()));
        shorter.addAll(messages.subList(from, messages.size()));
        return new Fitted(new Transcript(transcript.system(), shorter), written.usage());
    }

    private static boolean isSummary(Transcript.Message message) {
        return message instanceof Transcript.FromUser(var content) && Summary.isOne(content);
    }
}
