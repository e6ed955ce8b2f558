package io.hotlens.skills.target;

import java.io.Serial;

/// Why a target did not answer. The message is one sentence for the user, with the value that was
/// wrong.
public abstract sealed class TargetException extends RuntimeException {

    @Serial private static final long serialVersionUID = 1;

    private TargetException(String message, Throwable cause) {
        super(message, cause);
    }

    private TargetException(String message) {
        super(message);
    }

    /// Whether the same call may succeed later.
    public abstract boolean retryHelps();

    /// No connection could be made.
    public static final class Unreachable extends TargetException {
        @Serial private static final long serialVersionUID = 1;

        public Unreachable(String message, Throwable cause) {
            super(message, cause);
        }

        public Unreachable(String message) {
            super(message);
        }

        @Override
        public boolean retryHelps() {
            return true;
        }
    }

    /// The target, or the operating system, refuses this user.
    public static final class Denied extends TargetException {
        @Serial private static final long serialVersionUID = 1;

        public Denied(String message, Throwable cause) {
            super(message, cause);
        }

        public Denied(String message) {
            super(message);
        }

        @Override
        public boolean retryHelps() {
            return false;
        }
    }

    /// This target cannot do it: too old, switched off, or not there.
    public static final class Unsupported extends TargetException {
        @Serial private static final long serialVersionUID = 1;

        public Unsupported(String message, Throwable cause) {
            super(message, cause);
        }

        public Unsupported(String message) {
            super(message);
        }

        @Override
        public boolean retryHelps() {
            return false;
        }
    }

    /// The deadline passed before the answer came.
    public static final class TimedOut extends TargetException {
        @Serial private static final long serialVersionUID = 1;

        public TimedOut(String message, Throwable cause) {
            super(message, cause);
        }

        public TimedOut(String message) {
            super(message);
        }

        @Override
        public boolean retryHelps() {
            return true;
        }
    }

    /// The target ended, was restarted, or the connection to it was lost or closed.
    public static final class Gone extends TargetException {
        @Serial private static final long serialVersionUID = 1;

        public Gone(String message, Throwable cause) {
            super(message, cause);
        }

        public Gone(String message) {
            super(message);
        }

        @Override
        public boolean retryHelps() {
            return false;
        }
    }
}
