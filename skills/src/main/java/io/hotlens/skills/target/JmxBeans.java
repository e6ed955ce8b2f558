package io.hotlens.skills.target;

import io.hotlens.skills.data.Data;

import java.io.IOException;
import java.util.Arrays;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

import javax.management.Attribute;
import javax.management.JMException;
import javax.management.MBeanAttributeInfo;
import javax.management.MBeanInfo;
import javax.management.MBeanServerConnection;
import javax.management.MalformedObjectNameException;
import javax.management.ObjectName;

/// Reads MBeans over JMX. Of beans that are not the JDK's own, only attributes of plain types are
/// read, so that nothing strange is ever deserialised.
final class JmxBeans implements MBeanReader {

    private static final Set<String> JDK_DOMAINS =
            Set.of(
                    "java.lang",
                    "java.nio",
                    "java.util.logging",
                    "com.sun.management",
                    "jdk.management",
                    "jdk.management.jfr");
    private static final Set<String> PLAIN =
            Set.of(
                    "byte",
                    "short",
                    "int",
                    "long",
                    "float",
                    "double",
                    "boolean",
                    "char",
                    "java.lang.Byte",
                    "java.lang.Short",
                    "java.lang.Integer",
                    "java.lang.Long",
                    "java.lang.Float",
                    "java.lang.Double",
                    "java.lang.Boolean",
                    "java.lang.Character",
                    "java.lang.Number",
                    "java.lang.String",
                    "java.math.BigInteger",
                    "java.math.BigDecimal",
                    "java.util.Date",
                    "javax.management.ObjectName",
                    "javax.management.openmbean.CompositeData",
                    "javax.management.openmbean.TabularData");
    private static final int REMEMBERED = 2_000;

    private final JmxChannel channel;
    private final Map<ObjectName, Set<String>> readable = new ConcurrentHashMap<>();

    JmxBeans(JmxChannel channel) {
        this.channel = channel;
    }

    @Override
    public Data get(String bean, String attribute) {
        ObjectName name = name(bean);
        String what = "the attribute " + attribute + " of " + bean;
        return channel.call(
                CallKind.READ,
                what,
                server -> {
                    if (plainAttributes(server, name, List.of(attribute)).isEmpty()) {
                        throw new TargetException.Unsupported(
                                what + " does not exist or is of a type that is not read.");
                    }
                    return MBeanData.of(attribute, server.getAttribute(name, attribute));
                });
    }

    @Override
    public Map<String, Data> get(String bean, Collection<String> attributes) {
        ObjectName name = name(bean);
        return channel.call(
                CallKind.READ,
                "the attributes of " + bean,
                server -> {
                    List<String> allowed = plainAttributes(server, name, attributes);
                    var values = new LinkedHashMap<String, Data>();
                    for (Attribute one :
                            server.getAttributes(name, allowed.toArray(String[]::new)).asList()) {
                        values.put(one.getName(), MBeanData.of(one.getName(), one.getValue()));
                    }
                    return values;
                });
    }

    private List<String> plainAttributes(
            MBeanServerConnection server, ObjectName name, Collection<String> wished)
            throws JMException, IOException {
        if (JDK_DOMAINS.contains(name.getDomain())) {
            return List.copyOf(wished);
        }
        Set<String> known = readable.get(name);
        if (known == null) {
            known = plainOf(server.getMBeanInfo(name));
            if (readable.size() > REMEMBERED) {
                readable.clear();
            }
            readable.put(name, known);
        }
        return wished.stream().filter(known::contains).toList();
    }

    private static Set<String> plainOf(MBeanInfo info) {
        return Arrays.stream(info.getAttributes())
                .filter(attribute -> attribute.isReadable() && isPlain(attribute.getType()))
                .map(MBeanAttributeInfo::getName)
                .collect(java.util.stream.Collectors.toUnmodifiableSet());
    }

    /// Whether values of this type, or arrays of it, are harmless to deserialise.
    static boolean isPlain(String type) {
        String element = type.replaceFirst("^\\[+", "");
        if (element.equals(type)) {
            return PLAIN.contains(type);
        }
        return element.length() == 1
                || (element.startsWith("L")
                        && element.endsWith(";")
                        && PLAIN.contains(element.substring(1, element.length() - 1)));
    }

    @Override
    public List<String> find(String pattern) {
        ObjectName name = name(pattern);
        return channel.call(
                CallKind.READ,
                "the MBeans named " + pattern,
                server ->
                        server.queryNames(name, null).stream()
                                .map(ObjectName::getCanonicalName)
                                .sorted()
                                .toList());
    }

    @Override
    public Data describe(String bean) {
        ObjectName name = name(bean);
        return channel.call(
                CallKind.READ,
                "the description of " + bean,
                server -> describe(server.getMBeanInfo(name)));
    }

    private static Data describe(MBeanInfo info) {
        List<Data> attributes =
                Arrays.stream(info.getAttributes())
                        .filter(one -> !MBeanData.isSecret(one.getName()))
                        .map(JmxBeans::describe)
                        .toList();
        return Data.fields()
                .put("class", info.getClassName())
                .put("description", text(info.getDescription()))
                .put("attributes", attributes)
                .build();
    }

    private static Data describe(MBeanAttributeInfo one) {
        return Data.fields()
                .put("name", one.getName())
                .put("type", text(one.getType()))
                .put("description", text(one.getDescription()))
                .put("readable", one.isReadable())
                .build();
    }

    private static String text(@org.jspecify.annotations.Nullable String value) {
        return value == null ? "" : value;
    }

    private static ObjectName name(String text) {
        try {
            return new ObjectName(text);
        } catch (MalformedObjectNameException e) {
            throw new TargetException.Unsupported(
                    "'%s' is not an object name: %s.".formatted(text, e.getMessage()), e);
        }
    }
}
