package io.hotlens.skills.target;

import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

import javax.management.MBeanOperationInfo;
import javax.management.ObjectName;

/// Diagnostic commands through the MBean `com.sun.management:type=DiagnosticCommand`.
final class BeanCommands implements CommandLine {

    static final String BEAN = "com.sun.management:type=DiagnosticCommand";
    private static final String[] WITH_ARGUMENTS = {String[].class.getName()};

    private final JmxChannel channel;
    private final Map<String, Operation> operations;

    /// @param takesArguments whether the operation has its one parameter, a list of words
    private record Operation(String name, boolean takesArguments) {}

    private BeanCommands(JmxChannel channel, Map<String, Operation> operations) {
        this.channel = channel;
        this.operations = Map.copyOf(operations);
    }

    /// Asks the target which commands it knows.
    static BeanCommands open(JmxChannel channel) {
        Map<String, Operation> operations =
                channel.call(
                        CallKind.COMMAND,
                        "the list of diagnostic commands",
                        server -> {
                            var known = new HashMap<String, Operation>();
                            var info = server.getMBeanInfo(new ObjectName(BEAN));
                            for (MBeanOperationInfo one : info.getOperations()) {
                                Object command = one.getDescriptor().getFieldValue("dcmd.name");
                                if (command instanceof String name) {
                                    known.put(
                                            name,
                                            new Operation(
                                                    one.getName(), one.getSignature().length > 0));
                                }
                            }
                            return known;
                        });
        return new BeanCommands(channel, operations);
    }

    @Override
    public Set<String> names() {
        return operations.keySet().stream()
                .filter(CommandRules::allows)
                .collect(java.util.stream.Collectors.toUnmodifiableSet());
    }

    @Override
    public String run(String command, String... arguments) {
        List<String> given = List.of(arguments);
        return send(
                CommandRules.kindOf(command, given),
                command,
                CommandRules.passedOn(given).toArray(String[]::new));
    }

    @Override
    public String send(CallKind kind, String command, String... arguments) {
        Operation operation = operations.get(command);
        if (operation == null) {
            throw new TargetException.Unsupported("the target does not know " + command + ".");
        }
        if (arguments.length > 0 && !operation.takesArguments()) {
            throw new TargetException.Unsupported(
                    "%s takes no arguments, not %s.".formatted(command, Arrays.asList(arguments)));
        }
        return channel.call(
                kind,
                "the answer to " + command,
                server ->
                        String.valueOf(
                                operation.takesArguments()
                                        ? server.invoke(
                                                new ObjectName(BEAN),
                                                operation.name(),
                                                new Object[] {arguments},
                                                WITH_ARGUMENTS)
                                        : server.invoke(
                                                new ObjectName(BEAN),
                                                operation.name(),
                                                new Object[0],
                                                new String[0])));
    }
}
