package io.hotlens.app.sandbox;

import io.hotlens.app.access.CallAnswer;
import io.hotlens.skills.data.Data;

import java.util.List;

/// The callbacks that a script sees as global functions.
///
/// @param names of the functions
/// @param call runs one of them with its arguments in order
public record LuaBridge(List<String> names, Call call) {

    /// Runs a callback; what it refuses becomes an error in the script.
    @FunctionalInterface
    public interface Call {
        CallAnswer call(String name, List<Data> arguments) throws InterruptedException;
    }

    public LuaBridge {
        names = List.copyOf(names);
    }

    /// Without any callback.
    public static LuaBridge none() {
        return new LuaBridge(List.of(), (name, _) -> new CallAnswer.Refused("no callback " + name));
    }
}
