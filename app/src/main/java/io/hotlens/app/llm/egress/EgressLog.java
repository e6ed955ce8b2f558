package io.hotlens.app.llm.egress;

import io.hotlens.app.llm.ToolSpec;
import io.hotlens.app.llm.Transcript;

import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Consumer;

/// What left for providers: the newest 100 requests. Safe from any thread.
public final class EgressLog {

    private static final int KEPT = 100;

    /// One request as it left.
    ///
    /// @param number counts the requests of a session from 1
    /// @param model whom it was for, such as `openai:gpt-5-mini`
    /// @param sent with stand-ins in place of what may not leave
    /// @param chars length of [#text()]
    /// @param withheld how many parts of each class were withheld or replaced
    public record Entry(
            long number,
            Instant at,
            String model,
            Transcript sent,
            List<ToolSpec> tools,
            int chars,
            Map<DataClass, Integer> withheld) {

        public Entry {
            tools = List.copyOf(tools);
            withheld = Map.copyOf(withheld);
        }

        /// All that left: system prompt, tools and messages, one JSON object a line.
        public String text() {
            return RequestText.of(sent, tools);
        }
    }

    private final Deque<Entry> entries = new ArrayDeque<>();
    private final AtomicLong counted = new AtomicLong();
    private final Consumer<Entry> listener;

    /// @param listener told of each request just before it leaves, on the thread of the run
    public EgressLog(Consumer<Entry> listener) {
        this.listener = listener;
    }

    /// Newest first.
    public List<Entry> entries() {
        synchronized (entries) {
            return List.copyOf(entries);
        }
    }

    /// The number of the next request.
    long next() {
        return counted.incrementAndGet();
    }

    void add(Entry entry) {
        synchronized (entries) {
            entries.addFirst(entry);
            if (entries.size() > KEPT) {
                entries.removeLast();
            }
        }
        listener.accept(entry);
    }
}
