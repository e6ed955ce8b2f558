package io.hotlens.skills.target;

import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Reads what a user types as a JMX address.
public final class JmxUrls {

    private static final String PREFIX = "service:jmx:";
    private static final String HOST = "(?<host>\\[[0-9a-fA-F:.%\\w]+]|[^\\s:/\\[\\]@?#]+)";
    private static final Pattern PLAIN = Pattern.compile(HOST + ":(?<port>\\d{1,5})");
    private static final Pattern SERVICE =
            Pattern.compile(
                    "service:jmx:rmi://[^\\s/]*/jndi/rmi://"
                            + HOST
                            + "(?::(?<port>\\d{1,5}))?/(?<name>[\\w.-]+)");
    private static final int REGISTRY = 1099;
    private static final String WANTED =
            "write host:port or service:jmx:rmi:///jndi/rmi://host:port/jmxrmi";

    private JmxUrls() {}

    /// Reads `host:port`, `[::1]:port` or `service:jmx:rmi:///jndi/rmi://host:port/name`.
    ///
    /// @throws IllegalArgumentException with a sentence for the user when it is anything else
    public static JvmAddress.JmxUrl parse(String text) {
        String url = text.strip();
        Matcher plain = PLAIN.matcher(url);
        if (plain.matches()) {
            return JvmAddress.JmxUrl.of(
                    host(plain.group("host")), Integer.parseInt(plain.group("port")));
        }
        Matcher service = SERVICE.matcher(url);
        if (service.matches()) {
            String port = service.group("port");
            JvmAddress.JmxUrl address =
                    JvmAddress.JmxUrl.of(
                            host(service.group("host")),
                            port == null ? REGISTRY : Integer.parseInt(port));
            return new JvmAddress.JmxUrl(
                    address.host(),
                    address.port(),
                    service.group("name"),
                    address.credentials(),
                    address.tls(),
                    address.followRedirects());
        }
        throw new IllegalArgumentException(refusal(url));
    }

    private static String host(String written) {
        return written.startsWith("[") ? written.substring(1, written.length() - 1) : written;
    }

    private static String refusal(String url) {
        String lower = url.toLowerCase(Locale.ROOT);
        if (url.isEmpty()) {
            return "the address is empty: " + WANTED + ".";
        }
        if (lower.contains("/stub/")) {
            return "an address with /stub/ is refused, because it holds a serialized object:"
                    + " %s.".formatted(WANTED);
        }
        if (lower.contains("ldap:") || lower.contains("ldaps:")) {
            return "an LDAP address is refused, because a directory could send any object: "
                    + WANTED
                    + ".";
        }
        if (lower.contains("iiop")) {
            return "IIOP is refused, it is gone from the JDK: " + WANTED + ".";
        }
        if (lower.startsWith(PREFIX + "jmxmp")) {
            return "JMXMP is not part of the JDK: open an RMI connector in the target and "
                    + WANTED
                    + ".";
        }
        return "'%s' is not a JMX address: %s.".formatted(url, WANTED);
    }
}
