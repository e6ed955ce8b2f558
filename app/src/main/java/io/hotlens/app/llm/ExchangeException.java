package io.hotlens.app.llm;

import java.io.Serial;
import java.time.Duration;
import java.util.Optional;

/// How a request to a provider ended without an answer that can be used. It has no cause and no
/// message, since those of the layers below may quote a header.
abstract sealed class ExchangeException extends RuntimeException {

    @Serial private static final long serialVersionUID = 1;

    private ExchangeException() {}

    /// Why a connection was not made, or ended early.
    enum Trouble {
        UNKNOWN_HOST,
        NOBODY_LISTENS,
        SILENT_HOST,
        NOT_TRUSTED,
        BROKEN
    }

    /// A status other than 200 to 299.
    static final class Refused extends ExchangeException {
        @Serial private static final long serialVersionUID = 1;

        private final int status;
        private final String body;
        private final transient Optional<Duration> retryAfter;
        private final transient Optional<String> location;

        Refused(int status, String body, Optional<Duration> retryAfter, Optional<String> location) {
            this.status = status;
            this.body = body;
            this.retryAfter = retryAfter;
            this.location = location;
        }

        int status() {
            return status;
        }

        String body() {
            return body;
        }

        Optional<Duration> retryAfter() {
            return retryAfter;
        }

        /// Where a redirect points to.
        Optional<String> location() {
            return location;
        }
    }

    /// The answer was not complete in time.
    static final class TimedOut extends ExchangeException {
        @Serial private static final long serialVersionUID = 1;
    }

    /// The answer was longer than what is read.
    static final class TooLarge extends ExchangeException {
        @Serial private static final long serialVersionUID = 1;
    }

    /// The calling thread was interrupted; its flag is set.
    static final class Stopped extends ExchangeException {
        @Serial private static final long serialVersionUID = 1;
    }

    /// No connection, or one that ended early.
    static final class Disconnected extends ExchangeException {
        @Serial private static final long serialVersionUID = 1;

        private final Trouble trouble;

        Disconnected(Trouble trouble) {
            this.trouble = trouble;
        }

        Trouble trouble() {
            return trouble;
        }
    }
}
