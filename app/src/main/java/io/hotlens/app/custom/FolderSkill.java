package io.hotlens.app.custom;

import io.hotlens.app.sandbox.LuaBridge;
import io.hotlens.app.sandbox.LuaLimits;
import io.hotlens.app.sandbox.LuaOutcome;
import io.hotlens.app.sandbox.LuaSandbox;
import io.hotlens.skills.data.Data;
import io.hotlens.skills.metric.Metric;
import io.hotlens.skills.metric.Reading;
import io.hotlens.skills.sampling.Recent;
import io.hotlens.skills.skill.Arguments;
import io.hotlens.skills.skill.BoundSkill;
import io.hotlens.skills.skill.Callback;
import io.hotlens.skills.skill.LiveSkill;
import io.hotlens.skills.skill.Parameter;
import io.hotlens.skills.skill.Skill;
import io.hotlens.skills.skill.SkillContext;
import io.hotlens.skills.skill.SkillId;
import io.hotlens.skills.target.TargetException;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/// A skill written in Lua in a folder of the user. Its callbacks are functions of `callbacks.lua`
/// and its metrics are what the function `snapshot()` there returns; both run in the sandbox.
///
/// @param code the text of `callbacks.lua`
record FolderSkill(
        SkillJson described,
        String prompt,
        String code,
        Optional<String> playbook,
        Neighbours neighbours)
        implements Skill {

    private static final Duration SNAPSHOTS = Duration.ofSeconds(5);
    private static final LuaSandbox SANDBOX = new LuaSandbox(LuaLimits.DEFAULT);

    @Override
    public SkillId id() {
        return described.id();
    }

    @Override
    public String title() {
        return described.title();
    }

    @Override
    public String description() {
        return described.description();
    }

    @Override
    public List<Metric> metrics() {
        return described.metrics();
    }

    @Override
    public List<Callback> callbacks() {
        return described.callbacks();
    }

    @Override
    public LiveSkill open(SkillContext context) {
        var snapshot = new Recent<>(SNAPSHOTS, context.clock(), () -> run("return snapshot()"));
        BoundSkill.Builder builder = BoundSkill.of(this, context);
        for (Metric metric : metrics()) {
            builder.metric(metric, () -> reading(metric, snapshot));
        }
        for (Callback callback : callbacks()) {
            builder.bind(callback, arguments -> run(call(callback, arguments)));
        }
        return builder.build();
    }

    private Reading reading(Metric metric, Recent<Data> snapshot) {
        if (!neighbours.connected()) {
            return Reading.unavailable("the target's skills are being opened");
        }
        Data value =
                snapshot.get() instanceof Data.Fields fields
                        ? fields.get(metric.name()).orElse(Data.NOTHING)
                        : Data.NOTHING;
        return switch (value) {
            case Data.Num(double number) -> Reading.of(number);
            case Data.Text(String why) -> Reading.unavailable(why);
            case Data.Bool _, Data.Items _, Data.Fields _, Data.Nothing _ ->
                    Reading.unavailable("snapshot() returned no number for it");
        };
    }

    private static String call(Callback callback, Arguments arguments) {
        return callback.parameters().stream()
                .map(Parameter::name)
                .map(name -> literal(arguments.value(name)))
                .collect(Collectors.joining(", ", "return " + callback.name() + "(", ")"));
    }

    /// A value as Lua writes it.
    private static String literal(Data value) {
        return switch (value) {
            case Data.Num(double number) -> Double.toString(number);
            case Data.Bool(boolean flag) -> Boolean.toString(flag);
            case Data.Text(String text) -> quoted(text);
            case Data.Items _, Data.Fields _, Data.Nothing _ -> "nil";
        };
    }

    private static String quoted(String text) {
        var quoted = new StringBuilder("\"");
        text.chars()
                .forEach(
                        letter -> {
                            switch (letter) {
                                case '"', '\\' -> quoted.append('\\').append((char) letter);
                                case '\n' -> quoted.append("\\n");
                                case '\r' -> quoted.append("\\r");
                                case 0 -> quoted.append("\\0");
                                default -> quoted.append((char) letter);
                            }
                        });
        return quoted.append('"').toString();
    }

    /// What is wrong with the code: it does not compile, does more than define functions, or lacks
    /// one; empty when it is right.
    Optional<String> mistake() throws InterruptedException {
        String names =
                callbacks().stream()
                        .map(Callback::name)
                        .map(name -> name + " = type(" + name + ")")
                        .collect(Collectors.joining(", "));
        String snapshot = metrics().isEmpty() ? "\"function\"" : "type(snapshot)";
        LuaOutcome outcome =
                SANDBOX.run(
                        code
                                + "\nreturn {snapshot = "
                                + snapshot
                                + (names.isEmpty() ? "" : ", ")
                                + names
                                + "}",
                        LuaBridge.none());
        return switch (outcome) {
            case LuaOutcome.Failure failure -> Optional.of(words(failure));
            case LuaOutcome.Value value ->
                    value.result() instanceof Data.Fields types
                            ? types.values().entrySet().stream()
                                    .filter(one -> !one.getValue().equals(Data.of("function")))
                                    .map(
                                            one ->
                                                    "callbacks.lua: there is no function "
                                                            + one.getKey())
                                    .findFirst()
                            : Optional.of("callbacks.lua: it must not return anything");
        };
    }

    private Data run(String call) {
        try {
            return switch (SANDBOX.run(code + "\n" + call, neighbours.bridge())) {
                case LuaOutcome.Value value -> value.result();
                case LuaOutcome.Failure failure ->
                        throw new TargetException.Unsupported(words(failure));
            };
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
            throw new TargetException.TimedOut(id() + ": the call was cancelled");
        }
    }

    private static String words(LuaOutcome.Failure failure) {
        return failure.line() > 0
                ? "callbacks.lua:%d: %s".formatted(failure.line(), failure.message())
                : "callbacks.lua: " + failure.message();
    }
}
