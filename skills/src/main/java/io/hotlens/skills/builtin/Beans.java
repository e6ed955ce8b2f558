package io.hotlens.skills.builtin;

import io.hotlens.skills.data.Data;
import io.hotlens.skills.metric.Reading;
import io.hotlens.skills.target.MBeanReader;
import io.hotlens.skills.target.TargetException;

import java.util.Optional;

/// Platform beans by name, and their numbers in the units of the catalog.
public final class Beans {

    public static final String MEMORY = "java.lang:type=Memory";
    public static final String OPERATING_SYSTEM = "java.lang:type=OperatingSystem";
    public static final String RUNTIME = "java.lang:type=Runtime";
    public static final String THREADING = "java.lang:type=Threading";
    public static final String CLASS_LOADING = "java.lang:type=ClassLoading";
    public static final String COMPILATION = "java.lang:type=Compilation";
    public static final String POOLS = "java.lang:type=MemoryPool,*";
    public static final String COLLECTORS = "java.lang:type=GarbageCollector,*";
    public static final String METASPACE = "java.lang:type=MemoryPool,name=Metaspace";

    private static final double MEGABYTE = 1 << 20;

    private Beans() {}

    /// Bytes as MB; NaN for the -1 by which the JVM says that there is no limit.
    public static double megabytes(double bytes) {
        return bytes < 0 ? Double.NaN : bytes / MEGABYTE;
    }

    /// A `java.lang.management.MemoryUsage` in MB; `max` is NaN without a limit.
    public record MemoryUse(double usedMb, double committedMb, double maxMb) {

        /// Reads one from an attribute's value; empty when the value is something else.
        public static Optional<MemoryUse> of(Data value) {
            return value instanceof Data.Fields fields && fields.number("used").isPresent()
                    ? Optional.of(
                            new MemoryUse(
                                    megabytes(fields.number("used").orElse(-1.0)),
                                    megabytes(fields.number("committed").orElse(-1.0)),
                                    megabytes(fields.number("max").orElse(-1.0))))
                    : Optional.empty();
        }

        /// Share of the limit, 0 to 100; of the committed size when there is no limit.
        public double usedPct() {
            double limit = Double.isNaN(maxMb) ? committedMb : maxMb;
            return limit <= 0 ? Double.NaN : Math.min(100, usedMb / limit * 100);
        }
    }

    /// A numeric attribute; unavailable, with the reason, when the target cannot answer.
    public static Reading number(MBeanReader beans, String bean, String attribute) {
        try {
            return beans.get(bean, attribute) instanceof Data.Num(double value)
                    ? Reading.of(value)
                    : Reading.unavailable(attribute + " of " + bean + " is not a number here");
        } catch (TargetException e) {
            return Reading.unavailable(String.valueOf(e.getMessage()));
        }
    }

    /// A share between 0 and 1 as percent; the JVM's negative "not known yet" is unavailable.
    public static Reading percent(Reading share) {
        return switch (share) {
            case Reading.Known(double value) when value < 0 ->
                    Reading.unavailable("the target does not know it yet");
            case Reading.Known(double value) -> Reading.of(Math.min(100, value * 100));
            case Reading.Unavailable _ -> share;
        };
    }

    /// CPU of everything on the target's host, or in its container when it runs in one, in percent.
    public static Reading hostCpuPct(MBeanReader beans) {
        Reading load = percent(number(beans, OPERATING_SYSTEM, "CpuLoad"));
        return load.isKnown() ? load : percent(number(beans, OPERATING_SYSTEM, "SystemCpuLoad"));
    }

    /// The value of one key of an object name: `name` of `java.lang:type=MemoryPool,name=X` is `X`.
    public static String key(String objectName, String key) {
        int begin = objectName.indexOf(key + "=");
        if (begin < 0) {
            return "";
        }
        String rest = objectName.substring(begin + key.length() + 1);
        int comma = rest.indexOf(',');
        return comma < 0 ? rest : rest.substring(0, comma);
    }

    /// Two digits behind the point are enough for people and models.
    public static double rounded(double value) {
        return Double.isFinite(value) ? Math.round(value * 100) / 100.0 : value;
    }

    /// The same for a reading.
    public static Reading rounded(Reading reading) {
        return switch (reading) {
            case Reading.Known(double value) -> Reading.of(rounded(value));
            case Reading.Unavailable _ -> reading;
        };
    }
}
