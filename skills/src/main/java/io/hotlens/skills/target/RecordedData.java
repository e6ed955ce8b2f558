package io.hotlens.skills.target;

import io.hotlens.skills.data.Data;

import jdk.jfr.Timespan;
import jdk.jfr.Timestamp;
import jdk.jfr.ValueDescriptor;
import jdk.jfr.consumer.RecordedClass;
import jdk.jfr.consumer.RecordedClassLoader;
import jdk.jfr.consumer.RecordedEvent;
import jdk.jfr.consumer.RecordedFrame;
import jdk.jfr.consumer.RecordedMethod;
import jdk.jfr.consumer.RecordedObject;
import jdk.jfr.consumer.RecordedStackTrace;
import jdk.jfr.consumer.RecordedThread;

import org.jspecify.annotations.Nullable;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/// Flight recorder events as [TargetEvent.Recorded].
final class RecordedData {

    private static final Set<String> OWN_PLACE =
            Set.of("startTime", "duration", "eventThread", "stackTrace");
    private static final int FRAMES = 64;
    private static final int DEEPEST = 5;
    private static final double NANOS_PER_MS = 1e6;
    private static final Shared<String> NAMES = new Shared<>(1 << 14);
    private static final Shared<List<String>> STACKS = new Shared<>(1 << 12);

    private RecordedData() {}

    static TargetEvent.Recorded of(RecordedEvent event) {
        return new TargetEvent.Recorded(
                event.getStartTime(),
                event.getEventType().getName(),
                event.getDuration(),
                NAMES.of(thread(event).map(RecordedData::name).orElse("")),
                fields(event, 0),
                frames(event.getStackTrace()));
    }

    private static Optional<RecordedThread> thread(RecordedEvent event) {
        RecordedThread own = event.getThread();
        return own == null && event.hasField("sampledThread")
                ? Optional.ofNullable(event.getThread("sampledThread"))
                : Optional.ofNullable(own);
    }

    private static String name(RecordedThread thread) {
        String java = thread.getJavaName();
        if (java != null) {
            return java;
        }
        String os = thread.getOSName();
        return os == null ? "" : os;
    }

    private static Map<String, Data> fields(RecordedObject object, int depth) {
        var values = new LinkedHashMap<String, Data>();
        for (ValueDescriptor field : object.getFields()) {
            String name = field.getName();
            if (depth > 0 || !OWN_PLACE.contains(name)) {
                values.put(name, value(object, field, depth));
            }
        }
        return values;
    }

    private static Data value(RecordedObject object, ValueDescriptor field, int depth) {
        String name = field.getName();
        if (field.getAnnotation(Timespan.class) != null) {
            return Data.of(object.getDuration(name).toNanos() / NANOS_PER_MS);
        }
        if (field.getAnnotation(Timestamp.class) != null) {
            return Data.of(object.getInstant(name).toString());
        }
        return MBeanData.isSecret(name) ? Data.of("***") : value(object.getValue(name), depth);
    }

    private static Data value(@Nullable Object value, int depth) {
        return switch (value) {
            case null -> Data.NOTHING;
            case RecordedClass type -> Data.of(type.getName());
            case RecordedMethod method -> Data.of(method(method));
            case RecordedThread thread ->
                    Data.fields()
                            .put("name", name(thread))
                            .put("id", (double) thread.getJavaThreadId())
                            .build();
            case RecordedClassLoader loader -> Data.of(name(loader));
            case RecordedStackTrace stack ->
                    Data.items(frames(stack).stream().map(Data::of).toList());
            case RecordedObject nested when depth < DEEPEST ->
                    new Data.Fields(new LinkedHashMap<>(fields(nested, depth + 1)));
            case RecordedObject _ -> Data.of("...");
            case Character letter -> Data.of(letter.toString());
            default -> Data.from(value);
        };
    }

    private static String name(RecordedClassLoader loader) {
        String name = loader.getName();
        if (name != null) {
            return name;
        }
        RecordedClass type = loader.getType();
        return type == null ? "bootstrap" : type.getName();
    }

    private static List<String> frames(@Nullable RecordedStackTrace stack) {
        return stack == null
                ? List.of()
                : STACKS.of(
                        stack.getFrames().stream().limit(FRAMES).map(RecordedData::frame).toList());
    }

    private static String frame(RecordedFrame frame) {
        String method = method(frame.getMethod());
        int line = frame.getLineNumber();
        return NAMES.of(line > 0 ? method + ":" + line : method);
    }

    private static String method(RecordedMethod method) {
        return method.getType().getName() + "." + method.getName();
    }
}
