package io.hotlens.app.loop;

import io.hotlens.app.llm.LlmException;
import io.hotlens.app.llm.Model;
import io.hotlens.app.llm.PromptText;
import io.hotlens.app.llm.Reply;
import io.hotlens.app.llm.Transcript;
import io.hotlens.app.trace.Usage;
import io.hotlens.skills.data.Data;
import io.hotlens.skills.data.FieldsBuilder;

import java.util.List;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// What stands in the transcript for messages that went: `{summary?, ids, compacted_messages}`.
///
/// @param content for the model
/// @param usage of the call that wrote it
record Summary(Data.Fields content, Usage usage) {

    private static final String TASK = PromptText.of(Summary.class, "summary.md");
    private static final String COUNT = "compacted_messages";
    private static final int LONGEST_SUMMARY = 12_000;
    private static final int IDS = 200;

    /// About 12 tokens each, and they may take an eighth of the prompt.
    private static final int PROMPT_TOKENS_PER_ID = 100;

    /// Whether this is the content of a summary.
    static boolean isOne(Data content) {
        return content instanceof Data.Fields fields && fields.get(COUNT).isPresent();
    }

    /// Sums up messages; when the model cannot, only their ids and what an earlier summary said
    /// stay.
    ///
    /// @param promptTokens of the model that goes on with the conversation
    /// @param observer told of each attempt
    static Summary of(
            List<Transcript.Message> dropped,
            Model model,
            int promptTokens,
            Consumer<LoopEvent> observer)
            throws InterruptedException {
        int ids = Math.clamp(promptTokens / PROMPT_TOKENS_PER_ID, 10, IDS);
        FieldsBuilder content = Data.fields();
        Usage usage = Usage.NONE;
        String text = earlier(dropped);
        if (model.promptTokens().isPresent()) {
            int most = Math.min(model.promptTokens().getAsInt(), promptTokens);
            try {
                Reply reply =
                        model.ask(
                                question(dropped, most),
                                List.of(),
                                event -> observer.accept(new LoopEvent.Model(event)));
                usage = reply.usage();
                text = reply.text().isBlank() ? text : reply.text().strip();
            } catch (LlmException _) {
                // The ids and the newest messages go on without it.
            }
        }
        if (!text.isEmpty()) {
            int most = (int) Math.min(LONGEST_SUMMARY, PromptSize.characters(promptTokens) / 4);
            content.put("summary", Shortening.beginning(text, most));
        }
        return new Summary(
                content.put("ids", KeptIds.of(dropped, ids)).put(COUNT, count(dropped)).build(),
                usage);
    }

    private static List<Data.Fields> summaries(List<Transcript.Message> messages) {
        return messages.stream()
                .flatMap(
                        message ->
                                message instanceof Transcript.FromUser(Data.Fields content)
                                                && isOne(content)
                                        ? Stream.of(content)
                                        : Stream.of())
                .toList();
    }

    private static String earlier(List<Transcript.Message> dropped) {
        return summaries(dropped).stream()
                .flatMap(summary -> summary.text("summary").stream())
                .collect(Collectors.joining("\n"));
    }

    private static double count(List<Transcript.Message> dropped) {
        List<Data.Fields> summaries = summaries(dropped);
        return dropped.size()
                - summaries.size()
                + summaries.stream().mapToDouble(s -> s.number(COUNT).orElse(0.0)).sum();
    }

    private static Transcript question(List<Transcript.Message> dropped, int promptTokens) {
        long room = Recollection.room(promptTokens, TASK.length());
        return Transcript.of(
                TASK, Data.fields().put("conversation", Recollection.of(dropped, room)).build());
    }
}
