package io.hotlens.app.llm;

import dev.langchain4j.agent.tool.ToolExecutionRequest;
import dev.langchain4j.agent.tool.ToolSpecification;
import dev.langchain4j.data.message.AiMessage;
import dev.langchain4j.model.anthropic.AnthropicTokenUsage;
import dev.langchain4j.model.chat.ChatModel;
import dev.langchain4j.model.chat.request.ChatRequest;
import dev.langchain4j.model.chat.request.ToolChoice;
import dev.langchain4j.model.chat.response.ChatResponse;
import dev.langchain4j.model.googleai.GoogleAiGeminiTokenUsage;
import dev.langchain4j.model.openai.OpenAiTokenUsage;
import dev.langchain4j.model.output.TokenUsage;

import io.hotlens.app.model.Provider;
import io.hotlens.app.trace.Usage;
import io.hotlens.skills.data.Data;

import org.jspecify.annotations.Nullable;

import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/// A model behind langchain4j. One question is one request; asking again is the caller's.
final class LangChainChatClient implements ChatClient {

    /// Calls of one answer that are handed on; the rest is left out as if it had not been said.
    static final int MOST_CALLS = 20;

    private final ChatModel model;
    private final Provider provider;
    private final ToolChoice choice;
    private final ProviderFailure failure;
    private final ChatMessages messages;
    private final ByIdentity<ToolSpec, ToolSpecification> specifications = new ByIdentity<>();

    /// @param choice whether the model must call a tool
    LangChainChatClient(
            ChatModel model, Provider provider, ToolChoice choice, ProviderFailure failure) {
        this.model = model;
        this.provider = provider;
        this.choice = choice;
        this.failure = failure;
        this.messages = new ChatMessages(provider);
    }

    @Override
    public Reply ask(Transcript transcript, List<ToolSpec> tools) throws InterruptedException {
        if (Thread.interrupted()) {
            throw new InterruptedException();
        }
        ChatResponse response;
        try {
            response = model.chat(request(transcript, tools));
        } catch (RuntimeException e) {
            if (Thread.interrupted()) {
                throw new InterruptedException();
            }
            throw failure.of(e);
        }
        return reply(response, transcript, tools);
    }

    private ChatRequest request(Transcript transcript, List<ToolSpec> tools) {
        var request = ChatRequest.builder().messages(messages.of(transcript));
        if (!tools.isEmpty()) {
            request.toolSpecifications(tools.stream().map(this::specification).toList())
                    .toolChoice(choice);
        }
        return request.build();
    }

    private ToolSpecification specification(ToolSpec tool) {
        return specifications.get(tool, one -> ToolSchemas.of(one, provider.wire()));
    }

    private Reply reply(ChatResponse response, Transcript transcript, List<ToolSpec> tools) {
        AiMessage message = response.aiMessage();
        String text = orEmpty(message.text()).strip();
        var ids = new CallIds(transcript);
        List<ToolCall> calls =
                message.toolExecutionRequests().stream()
                        .limit(MOST_CALLS)
                        .map(request -> call(request, ids))
                        .toList();
        Data thought = Thought.of(message);
        Usage usage = usage(response.tokenUsage());
        if (!calls.isEmpty()) {
            return new Reply(calls, text, usage, thought);
        }
        if (text.isEmpty()) {
            throw failure.empty(response.finishReason());
        }
        Set<String> names = tools.stream().map(ToolSpec::name).collect(Collectors.toSet());
        return CallInText.find(text, names)
                .map(
                        written ->
                                new Reply(
                                        List.of(
                                                new ToolCall(
                                                        ids.next(),
                                                        written.name(),
                                                        written.arguments())),
                                        written.rest(),
                                        usage,
                                        thought))
                .orElseGet(() -> new Reply(List.of(), text, usage, thought));
    }

    private static ToolCall call(ToolExecutionRequest request, CallIds ids) {
        return new ToolCall(
                ids.unique(request.id()), orEmpty(request.name()), orEmpty(request.arguments()));
    }

    private static String orEmpty(@Nullable String text) {
        return text == null ? "" : text;
    }

    /// Tokens read from or written to a cache are input tokens.
    private static Usage usage(@Nullable TokenUsage usage) {
        if (usage == null) {
            return new Usage(1, 0, 0, 0);
        }
        long input = orZero(usage.inputTokenCount());
        long cached = cached(usage);
        if (usage instanceof AnthropicTokenUsage anthropic) {
            input += orZero(anthropic.cacheCreationInputTokens()) + cached;
        }
        return new Usage(1, input, orZero(usage.outputTokenCount()), 0, cached);
    }

    private static long cached(TokenUsage usage) {
        return switch (usage) {
            case AnthropicTokenUsage anthropic -> orZero(anthropic.cacheReadInputTokens());
            case GoogleAiGeminiTokenUsage gemini -> orZero(gemini.cachedContentTokenCount());
            case OpenAiTokenUsage openAi -> {
                OpenAiTokenUsage.@Nullable InputTokensDetails details = openAi.inputTokensDetails();
                yield details == null ? 0 : orZero(details.cachedTokens());
            }
            default -> 0;
        };
    }

    private static long orZero(@Nullable Integer count) {
        return count == null ? 0 : count;
    }
}
