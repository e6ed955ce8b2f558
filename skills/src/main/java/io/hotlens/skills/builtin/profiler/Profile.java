package io.hotlens.skills.builtin.profiler;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

/// Samples put together: pure.
record Profile(List<Sample> samples) {

    private static final List<String> JDK = List.of("java.", "javax.", "jdk.", "sun.", "com.sun.");
    private static final int DEEPEST = 64;

    /// Shares of all samples' weight, 0 to 100.
    ///
    /// @param selfPct of samples that found the method innermost
    /// @param totalPct of samples that found it anywhere on the stack
    record Method(String name, int samples, double selfPct, double totalPct) {}

    /// One name with its share.
    ///
    /// @param top what is commonest below it: the method of a thread, the site of a class
    record Share(String name, int samples, double weight, double pct, String top) {}

    Profile {
        samples = List.copyOf(samples);
    }

    double weight() {
        return samples.stream().mapToDouble(Sample::weight).sum();
    }

    /// Methods by self time, then by total.
    List<Method> methods() {
        Map<String, double[]> sums = new LinkedHashMap<>();
        for (Sample sample : samples) {
            var seen = new HashSet<String>();
            for (int i = 0; i < sample.frames().size(); i++) {
                String frame = sample.frames().get(i);
                double[] sum = sums.computeIfAbsent(frame, _ -> new double[3]);
                if (i == 0) {
                    sum[0] += sample.weight();
                }
                if (seen.add(frame)) {
                    sum[1] += sample.weight();
                    sum[2]++;
                }
            }
        }
        double all = weight();
        return sums.entrySet().stream()
                .map(
                        one ->
                                new Method(
                                        one.getKey(),
                                        (int) one.getValue()[2],
                                        one.getValue()[0] / all * 100,
                                        one.getValue()[1] / all * 100))
                .sorted(
                        Comparator.comparingDouble(Method::selfPct)
                                .thenComparingDouble(Method::totalPct)
                                .reversed()
                                .thenComparing(Method::name))
                .toList();
    }

    /// Threads by their samples, each with the application method it was found in most.
    List<Share> threads() {
        return shares(Sample::thread, Profile::site);
    }

    /// Application methods that allocate, each with the class it allocates most of.
    List<Share> sites() {
        return shares(Profile::site, Sample::type);
    }

    private List<Share> shares(Function<Sample, String> key, Function<Sample, String> below) {
        Map<String, List<Sample>> groups = new LinkedHashMap<>();
        samples.forEach(
                one -> groups.computeIfAbsent(key.apply(one), _ -> new ArrayList<>()).add(one));
        double all = weight();
        return groups.entrySet().stream()
                .map(
                        group -> {
                            double weight = new Profile(group.getValue()).weight();
                            return new Share(
                                    group.getKey(),
                                    group.getValue().size(),
                                    weight,
                                    weight / all * 100,
                                    heaviest(group.getValue(), below));
                        })
                .sorted(Comparator.comparingDouble(Share::weight).reversed())
                .toList();
    }

    private static String heaviest(List<Sample> group, Function<Sample, String> name) {
        Map<String, Double> weights = new HashMap<>();
        group.forEach(one -> weights.merge(name.apply(one), one.weight(), Double::sum));
        return weights.entrySet().stream()
                .max(Map.Entry.<String, Double>comparingByValue().thenComparing(Map.Entry::getKey))
                .map(Map.Entry::getKey)
                .orElse("");
    }

    /// The innermost frame of the application, else the innermost one.
    static String site(Sample sample) {
        return sample.frames().stream()
                .filter(frame -> JDK.stream().noneMatch(frame::startsWith))
                .findFirst()
                .or(() -> sample.frames().stream().findFirst())
                .orElse("");
    }

    /// Share of the samples of one thread that have a frame beginning with `prefix`, 0 to 100.
    double sharePct(String thread, String prefix) {
        List<Sample> own = samples.stream().filter(one -> one.thread().equals(thread)).toList();
        double matching =
                new Profile(
                                own.stream()
                                        .filter(
                                                one ->
                                                        one.frames().stream()
                                                                .anyMatch(
                                                                        f -> f.startsWith(prefix)))
                                        .toList())
                        .weight();
        return own.isEmpty() ? 0 : matching / new Profile(own).weight() * 100;
    }

    /// Equal stacks as flame graphs take them, `outer;inner 12`, heaviest first.
    Map<String, Double> folded() {
        Map<String, Double> stacks = new HashMap<>();
        for (Sample sample : samples) {
            List<String> frames =
                    sample.frames().subList(0, Math.min(DEEPEST, sample.frames().size()));
            stacks.merge(String.join(";", frames.reversed()), sample.weight(), Double::sum);
        }
        var sorted = new LinkedHashMap<String, Double>();
        stacks.entrySet().stream()
                .sorted(
                        Map.Entry.<String, Double>comparingByValue()
                                .reversed()
                                .thenComparing(Map.Entry::getKey))
                .forEach(one -> sorted.put(one.getKey(), one.getValue()));
        return sorted;
    }
}
