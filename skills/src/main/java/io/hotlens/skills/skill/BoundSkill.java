package io.hotlens.skills.skill;

import io.hotlens.skills.data.Data;
import io.hotlens.skills.metric.Metric;
import io.hotlens.skills.metric.Reading;
import io.hotlens.skills.target.Subscription;
import io.hotlens.skills.target.TargetConnection;
import io.hotlens.skills.target.TargetException;

import org.jspecify.annotations.Nullable;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SequencedMap;
import java.util.function.Function;
import java.util.function.Supplier;

/// A live skill put together from functions: one per metric, one per callback.
public final class BoundSkill implements LiveSkill {

    private record Binding(
            Callback callback, Function<Arguments, Cost> cost, Function<Arguments, Data> body) {}

    private final Skill skill;
    private final TargetConnection connection;
    private final Map<Metric, Supplier<Reading>> metrics;
    private final Map<String, Binding> bindings;
    private final List<Subscription> resources;

    private BoundSkill(Builder builder) {
        skill = builder.skill;
        connection = builder.connection;
        metrics = Map.copyOf(builder.metrics);
        bindings = Map.copyOf(builder.bindings);
        resources = List.copyOf(builder.resources);
    }

    public static Builder of(Skill skill, SkillContext context) {
        return new Builder(skill, context.connection());
    }

    @Override
    public Skill skill() {
        return skill;
    }

    @Override
    public SequencedMap<Metric, Reading> read() {
        var readings = new LinkedHashMap<Metric, Reading>();
        for (Metric metric : skill.metrics()) {
            Supplier<Reading> source = metrics.get(metric);
            readings.put(
                    metric, source == null ? Reading.unavailable("not measured") : guarded(source));
        }
        return readings;
    }

    private static Reading guarded(Supplier<Reading> source) {
        try {
            return source.get();
        } catch (TargetException e) {
            return Reading.unavailable(String.valueOf(e.getMessage()));
        }
    }

    @Override
    public Cost cost(String callback, List<Data> arguments) {
        Binding binding = binding(callback);
        return binding.cost().apply(Arguments.check(binding.callback(), arguments));
    }

    @Override
    public Data call(String callback, List<Data> arguments) {
        Binding binding = binding(callback);
        Arguments checked = Arguments.check(binding.callback(), arguments);
        binding.callback().needs().forEach(connection.capabilities()::require);
        return binding.body().apply(checked);
    }

    private Binding binding(String callback) {
        Binding found = bindings.get(callback);
        if (found == null) {
            throw new BadArguments(
                    "the skill '%s' has no callback '%s'".formatted(skill.id(), callback));
        }
        return found;
    }

    @Override
    public void close() {
        resources.forEach(Subscription::close);
    }

    /// Collects the functions of a skill.
    public static final class Builder {
        private final Skill skill;
        private final TargetConnection connection;
        private final Map<Metric, Supplier<Reading>> metrics = new LinkedHashMap<>();
        private final Map<String, Binding> bindings = new LinkedHashMap<>();
        private final List<Subscription> resources = new ArrayList<>();

        private Builder(Skill skill, TargetConnection connection) {
            this.skill = skill;
            this.connection = connection;
        }

        public Builder metric(Metric metric, Supplier<Reading> source) {
            metrics.put(metric, source);
            return this;
        }

        /// Binds a callback whose cost is always its usual one.
        public Builder bind(Callback callback, Function<Arguments, Data> body) {
            Cost usual = callback.impact() == Impact.FREE ? Cost.FREE : Cost.LOW;
            if (callback.impact().compareTo(Impact.LOW) > 0) {
                throw new IllegalArgumentException(callback.name() + " must predict its cost");
            }
            return bind(callback, _ -> usual, body);
        }

        public Builder bind(
                Callback callback, Function<Arguments, Cost> cost, Function<Arguments, Data> body) {
            bindings.put(callback.name(), new Binding(callback, cost, body));
            return this;
        }

        /// Something to close with the skill.
        public Builder owning(@Nullable Subscription resource) {
            if (resource != null) {
                resources.add(resource);
            }
            return this;
        }

        /// @throws IllegalStateException when a declared callback or metric has no function
        public BoundSkill build() {
            for (Callback callback : skill.callbacks()) {
                if (!bindings.containsKey(callback.name())) {
                    throw new IllegalStateException(callback.name() + " is not bound");
                }
            }
            for (Metric metric : skill.metrics()) {
                if (!metrics.containsKey(metric)) {
                    throw new IllegalStateException(metric.id() + " is not bound");
                }
            }
            return new BoundSkill(this);
        }
    }
}
