package io.hotlens.skills.builtin.classes;

import static io.hotlens.skills.builtin.Beans.megabytes;
import static io.hotlens.skills.builtin.Beans.rounded;

import io.hotlens.skills.builtin.classes.LoadedClasses.Duplicate;
import io.hotlens.skills.data.Data;
import io.hotlens.skills.data.FieldsBuilder;
import io.hotlens.skills.data.Page;
import io.hotlens.skills.metric.Floor;
import io.hotlens.skills.metric.Reading;
import io.hotlens.skills.skill.BadArguments;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/// Puts the answers of the classes skill together.
final class ClassesAnswers {

    /// A class that two loaders have is no news: a test and its subject, a server and a web
    /// application.
    private static final int MANY = 3;

    private static final String BOOT = "<boot class loader>";

    private final ClassesReader reader;

    ClassesAnswers(ClassesReader reader) {
        this.reader = reader;
    }

    Reading loaded() {
        return Reading.of(reader.counts().loaded());
    }

    Reading loaders() {
        return reader.hasCommands()
                ? Reading.of(reader.recentStats().loaders().size())
                : Reading.unavailable("needs diagnostic commands, which this connection lacks");
    }

    Data loadersByType(int limit) {
        reader.stats();
        LoaderGrowth growth = reader.growth();
        List<Data> items = growth.types().stream().map(ClassesAnswers::course).toList();
        return withWindow(Page.of(items, limit).fields(), growth).build();
    }

    private static FieldsBuilder withWindow(FieldsBuilder answer, LoaderGrowth growth) {
        return answer.put("window_s", rounded(growth.windowS()))
                .put("unloading_collections", growth.collections());
    }

    private static Data course(LoaderGrowth.Course course) {
        LoaderStats.Type now = course.now();
        Floor floor = course.floor();
        return Data.fields()
                .put("loader_type", now.name())
                .put("loaders", now.loaders())
                .put("classes", now.classes())
                .put("classes_per_loader", rounded(now.classesPerLoader()))
                .put("mb", rounded(megabytes(now.bytes())))
                .put("added", floor.added())
                .put("added_lately", floor.addedLately())
                .put("slope_per_min", rounded(floor.line().perMinute()))
                .put("r2", rounded(floor.line().r2()))
                .put("looks", floor.line().points())
                .build();
    }

    Data leaks() {
        LoaderStats now = reader.stats();
        LoaderGrowth growth = reader.growth();
        List<Data> rising =
                growth.types().stream()
                        .filter(one -> one.floor().added() > 0)
                        .map(ClassesAnswers::course)
                        .toList();
        List<Data> duplicates =
                reader.classes().duplicates(MANY).stream()
                        .limit(Page.DEFAULT_LIMIT)
                        .map(one -> loadedBy(one, now.typesByAddress()))
                        .toList();
        return withWindow(Page.of(rising, Page.MAX_LIMIT).fields(), growth)
                .put("duplicates", duplicates)
                .build();
    }

    Data search(String pattern) {
        if (pattern.isBlank()) {
            throw new BadArguments("classes_search needs a part of the class name, such as 'Cart'");
        }
        Map<String, String> types = reader.stats().typesByAddress();
        List<Data> items =
                reader.classes().named(pattern).stream().map(one -> loadedBy(one, types)).toList();
        return Page.of(items, Page.MAX_LIMIT).toData();
    }

    private static Data loadedBy(Duplicate found, Map<String, String> types) {
        var counts = new TreeMap<String, Integer>();
        for (String address : found.loaders()) {
            counts.merge(
                    address.equals("null") ? BOOT : types.getOrDefault(address, "another loader"),
                    1,
                    Integer::sum);
        }
        List<Data> loaders =
                counts.entrySet().stream()
                        .map(
                                one ->
                                        (Data)
                                                Data.fields()
                                                        .put("loader_type", one.getKey())
                                                        .put("loaders", one.getValue())
                                                        .build())
                        .toList();
        return Data.fields()
                .put("class_name", found.name())
                .put("copies", found.loaders().size())
                .put("loaded_by", loaders)
                .build();
    }
}
