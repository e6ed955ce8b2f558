package io.hotlens.skills.builtin.nativememory;

import static io.hotlens.skills.builtin.Beans.megabytes;
import static io.hotlens.skills.builtin.Beans.rounded;

import io.hotlens.skills.builtin.nativememory.Footprint.Part;
import io.hotlens.skills.data.Data;
import io.hotlens.skills.data.FieldsBuilder;
import io.hotlens.skills.metric.Floor;
import io.hotlens.skills.metric.Reading;

import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;

/// Puts the answers of the native skill together.
final class NativeAnswers {

    private static final String HEAP_INFO = "System.native_heap_info";
    private static final double KB_PER_MB = 1024;

    private final NativeReader reader;

    NativeAnswers(NativeReader reader) {
        this.reader = reader;
    }

    Reading rss() {
        return reading(Part.RSS, reader.whyNoResident());
    }

    Reading direct() {
        return reading(Part.DIRECT, "the target has no pool of direct buffers");
    }

    Reading mapped() {
        return reading(Part.MAPPED, "the target has no pool of mapped buffers");
    }

    Reading unaccounted() {
        return reading(
                Part.UNACCOUNTED,
                "needs /proc/PID/smaps of a process of the same user on the same host");
    }

    private Reading reading(Part part, String why) {
        OptionalDouble newest = reader.newest(part);
        return newest.isPresent()
                ? Reading.of(rounded(newest.getAsDouble()))
                : Reading.unavailable(why);
    }

    Reading committed() {
        return reader.tracking()
                .map(one -> Reading.of(rounded(one.committedKb() / KB_PER_MB)))
                .orElseGet(() -> Reading.unavailable(reader.whyNoTracking()));
    }

    Data info() {
        List<Data> items =
                Arrays.stream(Part.values())
                        .filter(part -> reader.newest(part).isPresent())
                        .map(
                                part ->
                                        (Data)
                                                Data.fields()
                                                        .put("part", part.word)
                                                        .put(
                                                                "mb",
                                                                rounded(
                                                                        reader.newest(part)
                                                                                .orElse(0)))
                                                        .put("meaning", part.meaning)
                                                        .build())
                        .toList();
        return Data.fields()
                .put("rss_mb", rss().toData())
                .put("peak_rss_mb", status("VmHWM"))
                .put("swapped_mb", status("VmSwap"))
                .put("items", items)
                .put("tracking", tracking())
                .build();
    }

    private Data status(String key) {
        OptionalDouble value = reader.statusMb(key);
        return value.isPresent()
                ? Data.of(rounded(value.getAsDouble()))
                : Reading.unavailable("needs the process's entry in /proc").toData();
    }

    private Data tracking() {
        Optional<NativeTracking> tracking = reader.tracking();
        if (tracking.isEmpty()) {
            return Reading.unavailable(reader.whyNoTracking()).toData();
        }
        List<Data> categories =
                tracking.get().categories().stream()
                        .map(
                                one ->
                                        (Data)
                                                Data.fields()
                                                        .put("category", one.name())
                                                        .put(
                                                                "committed_mb",
                                                                rounded(
                                                                        one.committedKb()
                                                                                / KB_PER_MB))
                                                        .put(
                                                                "reserved_mb",
                                                                rounded(
                                                                        one.reservedKb()
                                                                                / KB_PER_MB))
                                                        .build())
                        .toList();
        return Data.fields()
                .put("committed_mb", rounded(tracking.get().committedKb() / KB_PER_MB))
                .put("categories", categories)
                .build();
    }

    Data buffers() {
        List<Data> pools =
                reader.pools().stream()
                        .map(
                                pool ->
                                        (Data)
                                                Data.fields()
                                                        .put("name", pool.name())
                                                        .put("count", pool.count())
                                                        .put("used_mb", rounded(pool.usedMb()))
                                                        .put(
                                                                "capacity_mb",
                                                                rounded(pool.capacityMb()))
                                                        .build())
                        .toList();
        return Data.fields()
                .put("items", pools)
                .put("direct_growth", course(Part.DIRECT, Duration.ofMinutes(5)).build())
                .build();
    }

    Data growth(double minutes) {
        Duration window = Duration.ofMillis((long) (Math.max(minutes, 0.1) * 60_000));
        List<Data> items =
                Arrays.stream(Part.values())
                        .filter(part -> reader.newest(part).isPresent())
                        .map(part -> (Data) course(part, window).put("part", part.word).build())
                        .toList();
        return Data.fields().put("items", items).build();
    }

    private FieldsBuilder course(Part part, Duration window) {
        Floor floor = Floor.of(reader.series(part, window));
        return Data.fields()
                .put("mb", rounded(floor.newest()))
                .put("added_mb", rounded(floor.added()))
                .put("added_lately_mb", rounded(floor.addedLately()))
                .put("slope_mb_per_min", rounded(floor.line().perMinute()))
                .put("r2", rounded(floor.line().r2()))
                .put("window_s", rounded(floor.line().span().toMillis() / 1000.0))
                .put("count", floor.line().points());
    }

    Data metaspace() {
        LoaderWaste stats = LoaderWaste.parse(reader.command("VM.classloader_stats"));
        List<Data> items =
                stats.loaders().stream()
                        .limit(20)
                        .map(
                                one ->
                                        (Data)
                                                Data.fields()
                                                        .put("loader_type", one.type())
                                                        .put("loaders", one.loaders())
                                                        .put("classes", one.classes())
                                                        .put(
                                                                "allocated_mb",
                                                                rounded(megabytes(one.allocated())))
                                                        .put(
                                                                "used_mb",
                                                                rounded(megabytes(one.used())))
                                                        .put(
                                                                "waste_mb",
                                                                rounded(megabytes(one.waste())))
                                                        .build())
                        .toList();
        return Data.fields()
                .put("total", stats.loaders().size())
                .put("showing", items.size())
                .put("items", items)
                .build();
    }

    Data malloc() {
        Optional<MallocInfo> told =
                reader.knows(HEAP_INFO)
                        ? MallocInfo.parse(reader.command(HEAP_INFO))
                        : Optional.empty();
        if (told.isPresent()) {
            MallocInfo info = told.get();
            return Data.fields()
                    .put("source", HEAP_INFO)
                    .put("arenas", info.arenas())
                    .put("system_mb", rounded(megabytes(info.system())))
                    .put("free_mb", rounded(megabytes(info.free())))
                    .put("mapped_mb", rounded(megabytes(info.mapped())))
                    .put("used_mb", rounded(megabytes(info.system() - info.free() + info.mapped())))
                    .build();
        }
        return reader.mappings()
                .map(
                        one ->
                                (Data)
                                        Data.fields()
                                                .put("source", "/proc/PID/smaps")
                                                .put("arenas", one.arenas())
                                                .put(
                                                        "resident_mb",
                                                        rounded(one.mallocKb() / KB_PER_MB))
                                                .put(
                                                        "other_anonymous_mb",
                                                        rounded(one.otherAnonymousKb() / KB_PER_MB))
                                                .build())
                .orElseGet(
                        () ->
                                Reading.unavailable(
                                                "needs the diagnostic command "
                                                        + HEAP_INFO
                                                        + " (JDK 21 and later) or"
                                                        + " /proc/PID/smaps")
                                        .toData());
    }
}
