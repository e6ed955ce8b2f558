package io.hotlens.skills.builtin.heap;

import io.hotlens.skills.data.Data;
import io.hotlens.skills.data.Page;
import io.hotlens.skills.target.OldObjects.OldObject;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;

/// Sampled objects that stay alive, those of one class on the same path together, most first. Pure.
final class KeptObjects {

    private static final Pattern INDEX = Pattern.compile("\\[\\d+]");

    private record Way(String type, List<String> path) {}

    private KeptObjects() {}

    /// `{class_name, objects, oldest_s, path, root, allocated_at}` of each group.
    static List<Data> of(List<OldObject> sample) {
        Map<Way, List<OldObject>> groups = new LinkedHashMap<>();
        for (OldObject one : sample) {
            if (!one.path().isEmpty()) {
                groups.computeIfAbsent(way(one), _ -> new ArrayList<>()).add(one);
            }
        }
        return groups.entrySet().stream()
                .sorted(
                        Comparator.comparingInt(
                                        (Map.Entry<Way, List<OldObject>> e) -> e.getValue().size())
                                .reversed())
                .map(entry -> group(entry.getKey(), entry.getValue()))
                .toList();
    }

    private static Way way(OldObject one) {
        return new Way(
                one.type(),
                one.path().stream().map(step -> INDEX.matcher(step).replaceAll("[*]")).toList());
    }

    private static Data group(Way way, List<OldObject> objects) {
        OldObject oldest =
                objects.stream()
                        .max(Comparator.comparing(OldObject::age))
                        .orElseGet(objects::getFirst);
        return Data.fields()
                .put("class_name", way.type())
                .put("objects", objects.size())
                .put("oldest_s", oldest.age().toMillis() / 1000.0)
                .put("path", way.path().stream().map(Data::of).toList())
                .put("root", oldest.root())
                .put(
                        "allocated_at",
                        oldest.allocatedAt().stream()
                                .limit(Page.DEFAULT_LIMIT)
                                .map(Data::of)
                                .toList())
                .build();
    }
}
