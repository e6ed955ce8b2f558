package io.hotlens.app.llm;

import io.hotlens.app.model.ModelSpec;
import io.hotlens.app.model.SpendingLimits;
import io.hotlens.app.trace.Usage;

import java.util.List;
import java.util.Optional;

/// Refuses to ask when a limit of the run, the hour or the day is used up, and books what each
/// answer cost.
record Metered(
        ChatClient client, ModelSpec spec, PriceTable prices, SpendingLimits limits, Spending run)
        implements ChatClient {

    @Override
    public Reply ask(Transcript transcript, List<ToolSpec> tools) throws InterruptedException {
        Optional<String> reached = run.reached(limits);
        if (reached.isPresent()) {
            throw new LlmException.Exhausted(reached.get());
        }
        Reply reply = client.ask(transcript, tools);
        Usage used = reply.usage();
        Usage priced = used.at(prices.cost(spec, used));
        run.add(priced);
        return new Reply(reply.calls(), reply.text(), priced, reply.thought(), reply.request());
    }
}
