package io.hotlens.skills.target;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Properties;

import javax.management.ObjectName;
import javax.management.openmbean.CompositeData;
import javax.management.openmbean.TabularData;

/// What a target says of itself when it is connected.
///
/// @param properties its system properties
/// @param processName `PID@HOST`, empty when unknown
record Description(
        Map<String, String> properties, String processName, Instant startedAt, int processors) {

    private static final String RUNTIME = "java.lang:type=Runtime";
    private static final String SYSTEM = "java.lang:type=OperatingSystem";

    /// Asks the platform's MBeans.
    static Description of(JmxChannel channel) {
        return channel.call(
                CallKind.READ,
                "the target's description",
                server -> {
                    var runtime = new ObjectName(RUNTIME);
                    var properties = new HashMap<String, String>();
                    if (server.getAttribute(runtime, "SystemProperties")
                            instanceof TabularData table) {
                        for (Object row : table.values()) {
                            CompositeData entry = (CompositeData) row;
                            properties.put(
                                    String.valueOf(entry.get("key")),
                                    String.valueOf(entry.get("value")));
                        }
                    }
                    Object start = server.getAttribute(runtime, "StartTime");
                    Object processors =
                            server.getAttribute(new ObjectName(SYSTEM), "AvailableProcessors");
                    return new Description(
                            properties,
                            String.valueOf(server.getAttribute(runtime, "Name")),
                            Instant.ofEpochMilli(start instanceof Long ms ? ms : 0),
                            processors instanceof Integer count ? count : 1);
                });
    }

    /// From the properties alone, for a process of this host without JMX.
    static Description of(Properties properties, long pid) {
        var map = new HashMap<String, String>();
        properties.forEach((key, value) -> map.put(String.valueOf(key), String.valueOf(value)));
        Instant start =
                ProcessHandle.of(pid)
                        .flatMap(handle -> handle.info().startInstant())
                        .orElse(Instant.EPOCH);
        return new Description(map, "", start, Runtime.getRuntime().availableProcessors());
    }

    /// From the counters alone, for a process of this host that answers nothing.
    static Description of(PerfDataFile counters, long pid) {
        var properties = new Properties();
        for (String name : List.of("java.version", "java.vm.name", "java.vm.vendor")) {
            counters.text("java.property." + name)
                    .ifPresent(value -> properties.setProperty(name, value));
        }
        counters.text("sun.rt.javaCommand")
                .ifPresent(value -> properties.setProperty("sun.java.command", value));
        for (String name : List.of("os.name", "os.version", "os.arch")) {
            properties.setProperty(name, System.getProperty(name, ""));
        }
        return of(properties, pid);
    }

    /// @param localPid the process id when the process is on this host
    TargetInfo toInfo(JvmAddress address, OptionalLong localPid) {
        JavaCommand command = JavaCommand.ofLine(property("sun.java.command"));
        String version = property("java.version");
        int at = processName.indexOf('@');
        boolean local = localPid.isPresent();
        return new TargetInfo(
                address,
                command.name().isBlank() ? address.toString() : command.name(),
                local ? localPid : pid(at < 0 ? "" : processName.substring(0, at)),
                local ? thisHost() : at < 0 ? "" : processName.substring(at + 1),
                property("user.name"),
                property("java.vm.name"),
                property("java.vendor"),
                version,
                feature(version),
                startedAt,
                processors,
                "%s %s (%s)"
                        .formatted(
                                property("os.name"), property("os.version"), property("os.arch")),
                local);
    }

    int feature() {
        return feature(property("java.version"));
    }

    private String property(String name) {
        return Optional.ofNullable(properties.get(name)).orElse("");
    }

    private static OptionalLong pid(String digits) {
        return digits.matches("\\d{1,18}")
                ? OptionalLong.of(Long.parseLong(digits))
                : OptionalLong.empty();
    }

    /// 8 of `1.8.0_402`, 17 of `17.0.15`, 25 of `25-ea`; 0 when it is no version.
    static int feature(String version) {
        String[] parts = version.split("[^0-9]", -1);
        String first = parts[0].equals("1") && parts.length > 1 ? parts[1] : parts[0];
        return first.matches("\\d{1,4}") ? Integer.parseInt(first) : 0;
    }

    /// The name of the host that Hotlens runs on.
    static String thisHost() {
        return HostName.VALUE;
    }

    /// Looked up once: the name service may be slow.
    private static final class HostName {
        static final String VALUE = lookUp();

        private static String lookUp() {
            try {
                return InetAddress.getLocalHost().getHostName();
            } catch (UnknownHostException _) {
                return "localhost";
            }
        }
    }
}
