package io.hotlens.app.loop;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.hotlens.app.llm.ToolCall;
import io.hotlens.app.llm.ToolSpec;
import io.hotlens.app.llm.Transcript;
import io.hotlens.app.operator.OperatorTool;
import io.hotlens.skills.data.Data;

import org.junit.jupiter.api.Test;

import java.util.List;

class MessageSizesTest {

    private static final List<ToolSpec> TOOLS = new ToolCodec<>(OperatorTool.class).specs();

    private final MessageSizes sizes = new MessageSizes();

    private static Transcript longer(Transcript transcript, int turn) {
        var call = new ToolCall("call-" + turn, "think", "{\"thought\":\"%d\"}".formatted(turn));
        return transcript
                .with(new Transcript.FromModel(List.of(call), "turn " + turn))
                .with(new Transcript.ToolResult(call, Data.of("result " + turn * turn)));
    }

    private void assertCounted(Transcript transcript, List<ToolSpec> tools) {
        assertEquals(PromptSize.of(transcript, tools), sizes.of(transcript, tools));
    }

    @Test
    void aConversationThatGrowsIsCountedAsAnew() {
        Transcript transcript = Transcript.of("system", Data.of("go"));
        for (int turn = 0; turn < 50; turn++) {
            assertCounted(transcript, TOOLS);
            transcript = longer(transcript, turn);
        }
    }

    @Test
    void aConversationThatWasShortenedIsCountedAsAnew() {
        Transcript transcript = Transcript.of("system", Data.of("go"));
        for (int turn = 0; turn < 50; turn++) {
            transcript = longer(transcript, turn).trimmed(8);
            assertCounted(transcript, TOOLS);
        }
        assertCounted(Transcript.of("another", Data.of("go")), List.of());
        assertCounted(transcript, TOOLS);
    }
}
