package io.hotlens.app.llm;

import org.jspecify.annotations.Nullable;

import java.util.List;
import java.util.function.Supplier;

/// A client that is opened when it is first asked, so that a missing key ends the run with its
/// sentence instead of hindering its start.
final class Deferred implements ChatClient {

    private final Supplier<ChatClient> opener;
    private volatile @Nullable ChatClient opened;

    Deferred(Supplier<ChatClient> opener) {
        this.opener = opener;
    }

    @Override
    public Reply ask(Transcript transcript, List<ToolSpec> tools) throws InterruptedException {
        return opened().ask(transcript, tools);
    }

    private synchronized ChatClient opened() {
        ChatClient present = opened;
        if (present == null) {
            present = opener.get();
            opened = present;
        }
        return present;
    }
}
