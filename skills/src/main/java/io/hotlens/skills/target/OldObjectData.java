package io.hotlens.skills.target;

import jdk.jfr.consumer.RecordedClass;
import jdk.jfr.consumer.RecordedEvent;
import jdk.jfr.consumer.RecordedObject;

import org.jspecify.annotations.Nullable;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/// `jdk.OldObjectSample` as [OldObjects.OldObject].
final class OldObjectData {

    private static final int LONGEST_PATH = 40;
    private static final String MIRROR = "Class Name: ";

    private OldObjectData() {}

    /// @param now when the age is counted, for recordings whose event does not tell it
    static OldObjects.OldObject of(RecordedEvent event, Instant now) {
        RecordedObject object = event.getValue("object");
        return new OldObjects.OldObject(
                object == null ? "" : type(object),
                age(event, now),
                path(object),
                root(event.getValue("root")),
                RecordedData.of(event).stack());
    }

    private static Duration age(RecordedEvent event, Instant now) {
        return event.hasField("objectAge")
                ? event.getDuration("objectAge")
                : Duration.between(event.getInstant("allocationTime"), now);
    }

    private static String type(RecordedObject object) {
        RecordedClass type = object.getValue("type");
        return type == null ? "" : readable(type.getName());
    }

    private static List<String> path(@Nullable RecordedObject object) {
        var path = new ArrayList<String>();
        RecordedObject reference = object == null ? null : object.getValue("referrer");
        while (reference != null && path.size() < LONGEST_PATH) {
            RecordedObject holder = reference.getValue("object");
            path.add(step(reference, holder));
            reference = holder == null ? null : holder.getValue("referrer");
        }
        return path;
    }

    /// `Class.field` or `Class[][index]`; a skipped part of a long path is told.
    private static String step(RecordedObject reference, @Nullable RecordedObject holder) {
        String type = holder == null ? "?" : owner(holder);
        RecordedObject field = reference.getValue("field");
        RecordedObject array = reference.getValue("array");
        String skipped = reference.getInt("skip") > 0 ? " (and more)" : "";
        if (field != null) {
            return type + "." + field.getString("name") + skipped;
        }
        if (array != null) {
            return type + "[" + array.getInt("index") + "]" + skipped;
        }
        return type + skipped;
    }

    /// A static field is a field of the mirror of its class, which the recorder describes.
    private static String owner(RecordedObject holder) {
        String type = type(holder);
        String described = holder.getString("description");
        return type.equals("java.lang.Class") && described != null && described.startsWith(MIRROR)
                ? described.substring(MIRROR.length())
                : type;
    }

    private static String root(@Nullable RecordedObject root) {
        if (root == null) {
            return "";
        }
        String described = root.getString("description");
        String kind = root.getString("system") + ", " + root.getString("type");
        return described == null || described.isEmpty() ? kind : kind + ": " + described;
    }

    /// `[Ljava.lang.Object;` as `java.lang.Object[]`, `[B` as `byte[]`.
    static String readable(String name) {
        int dimensions = 0;
        while (dimensions < name.length() && name.charAt(dimensions) == '[') {
            dimensions++;
        }
        if (dimensions == 0 || dimensions == name.length()) {
            return name;
        }
        String element = name.substring(dimensions);
        String type =
                switch (element.charAt(0)) {
                    case 'B' -> "byte";
                    case 'C' -> "char";
                    case 'D' -> "double";
                    case 'F' -> "float";
                    case 'I' -> "int";
                    case 'J' -> "long";
                    case 'S' -> "short";
                    case 'Z' -> "boolean";
                    default ->
                            element.endsWith(";")
                                    ? element.substring(1, element.length() - 1)
                                    : element;
                };
        return type + "[]".repeat(dimensions);
    }
}
