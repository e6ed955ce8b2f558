package io.hotlens.skills.builtin.profiler;

import static io.hotlens.skills.builtin.Beans.rounded;

import io.hotlens.skills.data.Data;
import io.hotlens.skills.data.FieldsBuilder;
import io.hotlens.skills.data.Page;
import io.hotlens.skills.metric.Reading;
import io.hotlens.skills.sampling.ThreadRates;
import io.hotlens.skills.skill.SkillContext;

import java.time.Duration;
import java.util.List;
import java.util.Map;

/// Puts the answers of the profiler skill together.
final class ProfilerAnswers {

    private static final Duration RATES = Duration.ofSeconds(30);
    private static final int SHOWN_STACKS = 200;
    private static final String REGEX = "java.util.regex.Pattern$";

    private final SkillContext context;
    private final SamplingWindow cpu;
    private final SamplingWindow allocation;

    ProfilerAnswers(SkillContext context, SamplingWindow cpu, SamplingWindow allocation) {
        this.context = context;
        this.cpu = cpu;
        this.allocation = allocation;
    }

    private static Reading nobodyAsked() {
        return Reading.unavailable("no samples are taken until profiler_hot_methods is asked");
    }

    /// 0 as long as nobody asked for samples, for then none are taken.
    Reading samplesPerSecond() {
        SamplingWindow.State state = cpu.held();
        return Reading.of(
                state.samples().isEmpty() ? 0 : rounded(state.samples().size() / state.seconds()));
    }

    Reading hottestMethodPct() {
        return new Profile(cpu.held().samples())
                .methods().stream()
                        .findFirst()
                        .map(one -> Reading.of(rounded(one.selfPct())))
                        .orElseGet(ProfilerAnswers::nobodyAsked);
    }

    private static Duration seconds(double wanted) {
        return Duration.ofMillis((long) (Math.max(1, wanted) * 1000));
    }

    private static FieldsBuilder windowed(Page page, SamplingWindow.State state) {
        return page.fields()
                .put("sampling", state.sampling())
                .put("seconds_so_far", rounded(state.seconds()))
                .put("samples", state.samples().size());
    }

    Data hotMethods(int limit, double wanted) {
        SamplingWindow.State state = cpu.ask(seconds(wanted));
        List<Data> items =
                new Profile(state.samples())
                        .methods().stream()
                                .map(
                                        one ->
                                                (Data)
                                                        Data.fields()
                                                                .put("method", one.name())
                                                                .put("samples", one.samples())
                                                                .put(
                                                                        "self_pct",
                                                                        rounded(one.selfPct()))
                                                                .put(
                                                                        "total_pct",
                                                                        rounded(one.totalPct()))
                                                                .build())
                                .toList();
        return windowed(Page.of(items, limit), state).build();
    }

    Data hotThreads(int limit, double wanted) {
        SamplingWindow.State state = cpu.ask(seconds(wanted));
        var profile = new Profile(state.samples());
        ThreadRates rates = context.threads().rates(RATES);
        List<Data> items =
                profile.threads().stream().map(one -> thread(one, profile, rates)).toList();
        return windowed(Page.of(items, limit), state).build();
    }

    private static Data thread(Profile.Share one, Profile profile, ThreadRates rates) {
        FieldsBuilder answer =
                Data.fields()
                        .put("thread", one.name())
                        .put("samples", one.samples())
                        .put("pct", rounded(one.pct()))
                        .put("site", one.top())
                        .put("regex_pct", rounded(profile.sharePct(one.name(), REGEX)));
        rates.threads().stream()
                .filter(rate -> rate.now().name().equals(one.name()))
                .findFirst()
                .ifPresent(
                        rate ->
                                answer.put("cpu_pct", rounded(rate.cpuPct()))
                                        .put(
                                                "allocated_mb_per_s",
                                                rounded(rate.allocatedMbPerS())));
        return answer.build();
    }

    Data allocationSites(int limit, double wanted) {
        SamplingWindow.State state = allocation.ask(seconds(wanted));
        List<Data> items =
                new Profile(state.samples())
                        .sites().stream()
                                .map(
                                        one ->
                                                (Data)
                                                        Data.fields()
                                                                .put("site", one.name())
                                                                .put("samples", one.samples())
                                                                .put("pct", rounded(one.pct()))
                                                                .put("class_name", one.top())
                                                                .build())
                                .toList();
        return windowed(Page.of(items, limit), state).build();
    }

    Data flame(String kind) {
        SamplingWindow.State state =
                (kind.equals("allocation") ? allocation : cpu).ask(Duration.ofSeconds(10));
        Map<String, Double> folded = new Profile(state.samples()).folded();
        List<Data> lines =
                folded.entrySet().stream()
                        .limit(SHOWN_STACKS)
                        .map(one -> Data.of("%s %.0f".formatted(one.getKey(), one.getValue())))
                        .toList();
        return windowed(new Page(folded.size(), lines), state).put("kind", kind).build();
    }
}
