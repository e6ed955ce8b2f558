package io.hotlens.app.llm;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTimeout;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import java.time.Duration;
import java.util.Optional;
import java.util.Set;

class CallInTextTest {

    private static final Set<String> TOOLS = Set.of("wait", "done", "execute");

    private static Optional<CallInText> find(String text) {
        return CallInText.find(text, TOOLS);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"tool\": \"wait\", \"arguments\": {\"ms\": 500}}",
                "{\"name\": \"wait\", \"input\": {\"ms\": 500}}",
                "{\"name\": \"wait\", \"parameters\": {\"ms\": 500}}",
                "{\"name\": \"wait\", \"arguments\": \"{\\\"ms\\\": 500}\"}",
                "{\"type\": \"function\", \"id\": \"1\", \"name\": \"wait\", \"arguments\":"
                        + " {\"ms\":500}}",
                "```json\n{\"tool\": \"wait\", \"arguments\": {\"ms\": 500}}\n```",
                "<tool_call>\n{\"name\": \"wait\", \"arguments\": {\"ms\": 500}}\n</tool_call>"
            })
    void formsOfACallAreRead(String text) {
        assertEquals(Optional.of(new CallInText("wait", "{\"ms\":500}", "")), find(text));
    }

    @Test
    void callWithoutArgumentsHasNone() {
        assertEquals(
                Optional.of(new CallInText("done", "{}", "That is all.")),
                find("That is all. {\"tool\": \"done\"}"));
    }

    @Test
    void bracesAndQuotesInsideArgumentsDoNotEndIt() {
        String text =
                "{\"tool\":\"execute\",\"arguments\":{\"code\":\"print('}') -- \\\"{\"}} thus";
        assertEquals(
                Optional.of(
                        new CallInText("execute", "{\"code\":\"print('}') -- \\\"{\"}", "thus")),
                find(text));
    }

    @Test
    void luaAroundACallIsNoHindrance() {
        assertEquals(
                Optional.of("done"),
                find("finding { type = \"x\" } then {\"tool\":\"done\"}").map(CallInText::name));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "I am done.",
                "{\"tool\": \"format_disk\", \"arguments\": {}}",
                "{\"tool\": \"done\"} or {\"tool\": \"wait\", \"arguments\": {\"ms\": 1}}",
                "{\"tool\": \"wait\", \"arguments\": [500]}",
                "{\"tool\": \"wait\", \"arguments\": \"500 ms\"}",
                "{\"name\": \"wait\", \"ms\": 500}",
                "{\"tool\": \"wait\", \"arguments\": {\"ms\": 500}",
                "{\"steps\": [{\"tool\": \"done\"}]}",
                "{\"name\": 7}",
                "{\"tool\": \"DONE\"}"
            })
    void anythingElseStaysText(String text) {
        assertEquals(Optional.empty(), find(text));
    }

    @Test
    void manyBracesTakeNoTime() {
        String text = "{".repeat(99_000);
        assertEquals(Optional.empty(), assertTimeout(Duration.ofSeconds(5), () -> find(text)));
    }
}
