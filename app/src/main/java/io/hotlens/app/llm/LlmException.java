package io.hotlens.app.llm;

import java.io.Serial;
import java.time.Duration;
import java.util.Optional;

/// Why a model did not answer; one sentence without secrets.
public abstract sealed class LlmException extends RuntimeException {

    @Serial private static final long serialVersionUID = 1;

    private LlmException(String message) {
        super(message);
    }

    /// Another attempt may help: overload, a time-out, a broken line.
    public static final class Retriable extends LlmException {
        @Serial private static final long serialVersionUID = 1;

        private final transient Optional<Duration> retryAfter;

        public Retriable(String message) {
            this(message, Optional.empty());
        }

        /// @param retryAfter how long the provider asked to wait
        public Retriable(String message, Optional<Duration> retryAfter) {
            super(message);
            this.retryAfter = retryAfter;
        }

        /// How long the provider asked to wait, when it did.
        public Optional<Duration> retryAfter() {
            return retryAfter;
        }
    }

    /// Another attempt cannot help: a wrong key, an unknown model, a refused request.
    public static final class Fatal extends LlmException {
        @Serial private static final long serialVersionUID = 1;

        public Fatal(String message) {
            super(message);
        }
    }

    /// A limit on calls, tokens or money is used up; a run that meets it ends with what it has.
    public static final class Exhausted extends LlmException {
        @Serial private static final long serialVersionUID = 1;

        /// @param limit in words, such as `2.00 USD in this run`
        public Exhausted(String limit) {
            super(limit);
        }
    }
}
