package io.hotlens.skills.target;

import org.jspecify.annotations.Nullable;

import java.io.ObjectInputFilter;
import java.util.Set;
import java.util.function.BinaryOperator;

/// What a JVM we are connected to may send us: the classes of JMX and plain values, within bounds;
/// everything else is rejected before any of its code runs. It applies to streams that RMI and JMX
/// open, which it knows by who constructs them; other streams of this process keep their own
/// filters. A stream's own filter is asked first and can only narrow.
final class RmiFilter implements BinaryOperator<@Nullable ObjectInputFilter>, ObjectInputFilter {

    private static final int DEPTH = 20;
    private static final int HASHING_DEPTH = 12;
    private static final long REFERENCES = 5_000_000;
    private static final long ARRAY = 5_000_000;
    private static final long BYTES = 256L << 20;
    private static final int FRAMES = 24;

    private static final Set<String> CLASSES =
            Set.of(
                    "java.lang.Boolean",
                    "java.lang.Byte",
                    "java.lang.Character",
                    "java.lang.Short",
                    "java.lang.Integer",
                    "java.lang.Long",
                    "java.lang.Float",
                    "java.lang.Double",
                    "java.lang.Number",
                    "java.lang.String",
                    "java.lang.Object",
                    "java.lang.StackTraceElement",
                    "java.math.BigInteger",
                    "java.math.BigDecimal",
                    "java.util.Date",
                    "java.util.EventObject",
                    "java.util.ArrayList",
                    "java.util.Arrays$ArrayList",
                    "java.util.Vector",
                    "java.util.Hashtable",
                    "java.util.HashMap",
                    "java.util.LinkedHashMap",
                    "java.util.TreeMap",
                    "java.util.HashSet",
                    "java.util.LinkedHashSet",
                    "java.util.TreeSet",
                    "java.util.CollSer",
                    "java.util.ImmutableCollections$ListN",
                    "java.util.Map$Entry",
                    "javax.rmi.ssl.SslRMIClientSocketFactory");

    /// Packages whose serializable classes are all harmless, as they stand in the JDK.
    private static final Set<String> PACKAGES =
            Set.of(
                    "java.rmi",
                    "java.rmi.dgc",
                    "java.rmi.server",
                    "javax.management",
                    "javax.management.openmbean",
                    "javax.management.remote",
                    "javax.management.remote.rmi",
                    "javax.management.relation",
                    "javax.management.timer",
                    "javax.management.monitor");

    /// The filter of a new stream, or of one that is given a filter of its own.
    @Override
    public @Nullable ObjectInputFilter apply(
            @Nullable ObjectInputFilter current, @Nullable ObjectInputFilter requested) {
        if (current != null) {
            return requested == null ? current : ObjectInputFilter.merge(requested, current);
        }
        return openedByRmi() ? ObjectInputFilter.merge(this, requested) : requested;
    }

    private static boolean openedByRmi() {
        return StackWalker.getInstance()
                .walk(
                        frames ->
                                frames.limit(FRAMES)
                                        .map(StackWalker.StackFrame::getClassName)
                                        .anyMatch(RmiFilter::isRmi));
    }

    private static boolean isRmi(String caller) {
        return caller.startsWith("sun.rmi.")
                || caller.startsWith("java.rmi.")
                || caller.startsWith("javax.management.")
                || caller.startsWith("com.sun.jmx.");
    }

    @Override
    public Status checkInput(FilterInfo info) {
        Class<?> type = info.serialClass();
        boolean tooMuch =
                info.depth() > DEPTH
                        || info.references() > REFERENCES
                        || info.arrayLength() > ARRAY
                        || info.streamBytes() > BYTES;
        if (tooMuch || (type != null && isHashing(type) && info.depth() > HASHING_DEPTH)) {
            return Status.REJECTED;
        }
        if (type == null) {
            return Status.UNDECIDED;
        }
        return allows(type) ? Status.ALLOWED : Status.REJECTED;
    }

    /// Collections that hash what they hold: nested deeply, reading them takes for ever.
    private static boolean isHashing(Class<?> type) {
        return type.getName().startsWith("java.util.Hash")
                || type.getName().startsWith("java.util.LinkedHash");
    }

    static boolean allows(Class<?> type) {
        Class<?> element = type;
        while (element.isArray()) {
            element = element.getComponentType();
        }
        String name = element.getName();
        return element.isPrimitive()
                || CLASSES.contains(name)
                || PACKAGES.contains(element.getPackageName())
                || name.startsWith("java.util.Collections$")
                || isThrowableOfJdk(element);
    }

    private static boolean isThrowableOfJdk(Class<?> type) {
        boolean jdk = type.getName().startsWith("java.") || type.getName().startsWith("javax.");
        return jdk && Throwable.class.isAssignableFrom(type);
    }
}
