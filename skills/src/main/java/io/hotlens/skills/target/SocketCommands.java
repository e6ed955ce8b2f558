package io.hotlens.skills.target;

import java.io.IOException;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/// Diagnostic commands over the attach socket of a process on this host.
final class SocketCommands implements CommandLine {

    private final AttachSocket socket;
    private final Calls calls;
    private final Set<String> names;

    private SocketCommands(AttachSocket socket, Calls calls, Set<String> names) {
        this.socket = socket;
        this.calls = calls;
        this.names = names;
    }

    /// Asks the target which commands it knows.
    static SocketCommands open(AttachSocket socket, Calls calls) {
        var asking = new SocketCommands(socket, calls, Set.of());
        String help = asking.send(CallKind.COMMAND, "help");
        return new SocketCommands(
                socket,
                calls,
                help.lines()
                        .map(String::strip)
                        .filter(CommandRules::allows)
                        .collect(Collectors.toUnmodifiableSet()));
    }

    @Override
    public Set<String> names() {
        return names;
    }

    @Override
    public String run(String command, String... arguments) {
        List<String> given = List.of(arguments);
        CallKind kind = CommandRules.kindOf(command, given);
        if (!names.contains(command)) {
            throw new TargetException.Unsupported("the target does not know " + command + ".");
        }
        return send(kind, command, CommandRules.passedOn(given).toArray(String[]::new));
    }

    @Override
    public String send(CallKind kind, String command, String... arguments) {
        String line = (command + " " + String.join(" ", arguments)).strip();
        var exchange = new AttachSocket.Exchange();
        return calls.run(
                kind,
                "the answer to " + line,
                () -> {
                    try {
                        return socket.jcmd(exchange, line);
                    } catch (AttachSocket.Refused e) {
                        throw refused(line, e);
                    }
                },
                exchange::cut);
    }

    private static TargetException refused(String line, IOException e) {
        String first = String.valueOf(e.getMessage()).lines().findFirst().orElse("no reason given");
        return new TargetException.Unsupported(
                "the target refused '%s': %s.".formatted(line, first), e);
    }
}
