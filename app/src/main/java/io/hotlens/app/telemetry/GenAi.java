package io.hotlens.app.telemetry;

import io.opentelemetry.api.common.AttributeKey;
import io.opentelemetry.api.common.Attributes;

/// Names of OpenTelemetry's conventions for generative AI, and of our own beside them.
final class GenAi {

    static final AttributeKey<String> OPERATION = AttributeKey.stringKey("gen_ai.operation.name");
    static final AttributeKey<String> PROVIDER = AttributeKey.stringKey("gen_ai.provider.name");
    static final AttributeKey<String> MODEL = AttributeKey.stringKey("gen_ai.request.model");
    static final AttributeKey<Long> INPUT_TOKENS =
            AttributeKey.longKey("gen_ai.usage.input_tokens");
    static final AttributeKey<Long> OUTPUT_TOKENS =
            AttributeKey.longKey("gen_ai.usage.output_tokens");
    static final AttributeKey<String> TOOL = AttributeKey.stringKey("gen_ai.tool.name");
    static final AttributeKey<String> AGENT = AttributeKey.stringKey("gen_ai.agent.name");
    static final AttributeKey<String> AGENT_ID = AttributeKey.stringKey("gen_ai.agent.id");
    static final AttributeKey<String> CONVERSATION =
            AttributeKey.stringKey("gen_ai.conversation.id");
    static final AttributeKey<String> TOKEN_TYPE = AttributeKey.stringKey("gen_ai.token.type");
    static final AttributeKey<String> ERROR = AttributeKey.stringKey("error.type");
    static final AttributeKey<String> OUTCOME = AttributeKey.stringKey("hotlens.outcome");

    static final String CHAT = "chat";
    static final String INVOKE_AGENT = "invoke_agent";
    static final String EXECUTE_TOOL = "execute_tool";

    private GenAi() {}

    /// What is said of a call of the model: operation, provider and model.
    ///
    /// @param event one with [TelemetryField#MODEL], `provider:model`
    static Attributes call(TelemetryEvent event) {
        return Attributes.of(OPERATION, CHAT, PROVIDER, provider(event), MODEL, model(event));
    }

    static String model(TelemetryEvent event) {
        String both = event.said(TelemetryField.MODEL);
        return both.substring(both.indexOf(':') + 1);
    }

    private static String provider(TelemetryEvent event) {
        String both = event.said(TelemetryField.MODEL);
        return both.substring(0, Math.max(0, both.indexOf(':')));
    }
}
