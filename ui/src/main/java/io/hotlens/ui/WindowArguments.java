package io.hotlens.ui;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;

/// What the window is to do when it opens.
///
/// @param openPid a local process to connect to at once
/// @param investigate the reason of an investigation to start as soon as it is connected
public record WindowArguments(OptionalLong openPid, Optional<String> investigate) {

    private static final String OPEN_PID = "--open-pid";
    private static final String INVESTIGATE = "--investigate";

    /// The arguments of the window; empty when they are meant for the command line.
    ///
    /// @throws IllegalArgumentException when a window argument has no or a wrong value
    public static Optional<WindowArguments> parse(List<String> arguments) {
        OptionalLong pid = OptionalLong.empty();
        Optional<String> reason = Optional.empty();
        for (int i = 0; i < arguments.size(); i += 2) {
            String name = arguments.get(i);
            if (!name.equals(OPEN_PID) && !name.equals(INVESTIGATE)) {
                return Optional.empty();
            }
            if (i + 1 == arguments.size()) {
                throw new IllegalArgumentException(name + " needs a value");
            }
            String value = arguments.get(i + 1);
            if (name.equals(OPEN_PID)) {
                pid = OptionalLong.of(pid(value));
            } else {
                reason = Optional.of(value);
            }
        }
        return Optional.of(new WindowArguments(pid, reason));
    }

    /// The same as words, for [#parse(List)].
    public List<String> words() {
        var words = new ArrayList<String>();
        openPid.ifPresent(pid -> words.addAll(List.of(OPEN_PID, String.valueOf(pid))));
        investigate.ifPresent(reason -> words.addAll(List.of(INVESTIGATE, reason)));
        return words;
    }

    private static long pid(String value) {
        if (!value.matches("[1-9]\\d{0,9}")) {
            throw new IllegalArgumentException(
                    OPEN_PID + " takes the id of a process, not '" + value + "'");
        }
        return Long.parseLong(value);
    }
}
