package io.hotlens.app.llm;

import dev.langchain4j.agent.tool.ToolExecutionRequest;
import dev.langchain4j.data.message.AiMessage;
import dev.langchain4j.data.message.ChatMessage;
import dev.langchain4j.data.message.SystemMessage;
import dev.langchain4j.data.message.ToolExecutionResultMessage;
import dev.langchain4j.data.message.UserMessage;

import io.hotlens.app.model.Provider;
import io.hotlens.skills.data.Data;
import io.hotlens.skills.data.Json;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SequencedMap;
import java.util.regex.Pattern;

/// A transcript as messages that every provider accepts: the user speaks first and never twice in a
/// row, all results follow their calls at once, and no call is without a result.
///
/// What comes from a target stands inside JSON strings of results and user messages, where a quote
/// or a line break in it is escaped: it cannot end the message or pass for another one.
///
/// For one provider; what a message says is written once, as long as a transcript holds it. Safe
/// from any thread.
final class ChatMessages {

    private static final Data NO_RESULT = Data.fields().put("error", "no result yet").build();
    private static final Data NO_OPENING =
            Data.fields().put("note", "the beginning was left out").build();
    private static final Pattern UNACCEPTABLE = Pattern.compile("[^A-Za-z0-9_-]");
    private static final int LONGEST_NAME = 64;

    private final Provider provider;
    private final ByIdentity<Data, String> written = new ByIdentity<>();
    private final ByIdentity<Transcript.FromModel, AiMessage> answers = new ByIdentity<>();

    ChatMessages(Provider provider) {
        this.provider = provider;
    }

    List<ChatMessage> of(Transcript transcript) {
        var conversation = new Conversation();
        if (!transcript.system().isBlank()) {
            conversation.messages.add(SystemMessage.from(transcript.system()));
        }
        transcript.messages().forEach(conversation::add);
        conversation.finishTurn();
        return List.copyOf(conversation.messages);
    }

    private String text(Data content) {
        return written.get(content, Json::write);
    }

    /// A transcript on its way to messages.
    private final class Conversation {

        private final List<ChatMessage> messages = new ArrayList<>();
        private final List<String> told = new ArrayList<>();
        private final SequencedMap<String, ToolCall> open = new LinkedHashMap<>();

        void add(Transcript.Message message) {
            switch (message) {
                case Transcript.FromUser(Data content) -> told.add(text(content));
                case Transcript.FromModel answer -> addAnswer(answer);
                case Transcript.ToolResult(ToolCall call, Data result) -> {
                    if (open.remove(call.id()) == null) {
                        told.add(text(result));
                    } else {
                        messages.add(result(call, result));
                    }
                }
            }
        }

        private void addAnswer(Transcript.FromModel answer) {
            if (answer.calls().isEmpty() && answer.text().isBlank()) {
                return;
            }
            finishTurn();
            if (messages.isEmpty() || messages.getLast() instanceof SystemMessage) {
                messages.add(UserMessage.from(Json.write(NO_OPENING)));
            }
            messages.add(answers.get(answer, ChatMessages::answer));
            answer.calls().forEach(call -> open.put(call.id(), call));
        }

        /// Ends what stands between two answers of the model.
        void finishTurn() {
            open.values().forEach(call -> messages.add(result(call, NO_RESULT)));
            open.clear();
            if (told.isEmpty()) {
                return;
            }
            // Mistral refuses a user who speaks right after a result.
            if (provider == Provider.MISTRAL
                    && !messages.isEmpty()
                    && messages.getLast() instanceof ToolExecutionResultMessage) {
                messages.add(AiMessage.from("Noted."));
            }
            messages.add(UserMessage.from(String.join("\n", told)));
            told.clear();
        }

        private ToolExecutionResultMessage result(ToolCall call, Data result) {
            return ToolExecutionResultMessage.from(
                    call.id(), acceptable(call.name()), text(result));
        }
    }

    private static AiMessage answer(Transcript.FromModel answer) {
        var message = AiMessage.builder();
        if (!answer.text().isBlank()) {
            message.text(answer.text());
        }
        Thought.put(answer.thought(), message);
        return message.toolExecutionRequests(
                        answer.calls().stream().map(ChatMessages::request).toList())
                .build();
    }

    private static ToolExecutionRequest request(ToolCall call) {
        return ToolExecutionRequest.builder()
                .id(call.id())
                .name(acceptable(call.name()))
                .arguments(object(call.arguments()))
                .build();
    }

    /// Providers refuse to be told a name that no tool could have, also when the model made it up.
    private static String acceptable(String name) {
        String clean = UNACCEPTABLE.matcher(name).replaceAll("_");
        return clean.isEmpty()
                ? "unnamed"
                : clean.substring(0, Math.min(LONGEST_NAME, clean.length()));
    }

    private static String object(String arguments) {
        try {
            if (Json.parse(arguments) instanceof Data.Fields fields) {
                return Json.write(fields);
            }
        } catch (IllegalArgumentException _) {
            return unreadable(arguments);
        }
        return arguments.isBlank() ? "{}" : unreadable(arguments);
    }

    private static String unreadable(String arguments) {
        return Json.write(Data.fields(Map.of("unreadable", Data.of(arguments))));
    }
}
