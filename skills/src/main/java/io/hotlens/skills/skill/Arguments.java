package io.hotlens.skills.skill;

import io.hotlens.skills.data.Data;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// Checked arguments of one call; every parameter has its value.
public final class Arguments {

    private final Map<String, Data> values;

    private Arguments(Map<String, Data> values) {
        this.values = values;
    }

    /// Checks `given` against the parameters and fills in what was left out.
    ///
    /// @throws BadArguments when there are too many, one is missing, or one is of the wrong kind
    public static Arguments check(Callback callback, List<Data> given) {
        List<Parameter> parameters = callback.parameters();
        if (given.size() > parameters.size()) {
            throw new BadArguments(
                    "%s takes at most %d argument(s), got %d"
                            .formatted(callback.signature(), parameters.size(), given.size()));
        }
        var values = new LinkedHashMap<String, Data>();
        for (int i = 0; i < parameters.size(); i++) {
            Data value = i < given.size() ? given.get(i) : Data.NOTHING;
            values.put(parameters.get(i).name(), checked(callback, parameters.get(i), value));
        }
        return new Arguments(values);
    }

    private static Data checked(Callback callback, Parameter parameter, Data value) {
        if (value instanceof Data.Nothing) {
            return parameter
                    .fallback()
                    .orElseThrow(
                            () ->
                                    new BadArguments(
                                            callback.signature()
                                                    + " needs '"
                                                    + parameter.name()
                                                    + "': "
                                                    + parameter.meaning()));
        }
        boolean fits =
                switch (parameter.type()) {
                    case TEXT -> value instanceof Data.Text;
                    case NUMBER -> value instanceof Data.Num;
                    case BOOL -> value instanceof Data.Bool;
                };
        if (!fits) {
            throw new BadArguments(
                    "%s: '%s' must be a %s (%s)"
                            .formatted(
                                    callback.signature(),
                                    parameter.name(),
                                    parameter.type().name().toLowerCase(java.util.Locale.ROOT),
                                    parameter.meaning()));
        }
        if (value instanceof Data.Text(String text)
                && !parameter.choices().isEmpty()
                && !parameter.choices().contains(text)) {
            throw new BadArguments(
                    "%s: '%s' must be one of %s, not '%s'"
                            .formatted(
                                    callback.signature(),
                                    parameter.name(),
                                    String.join(", ", parameter.choices()),
                                    text));
        }
        return value;
    }

    public String text(String name) {
        return value(name) instanceof Data.Text(String value) ? value : "";
    }

    public double number(String name) {
        return value(name) instanceof Data.Num(double value) ? value : 0;
    }

    /// The number cut to an int, not below 0.
    public int count(String name) {
        return (int) Math.clamp(number(name), 0, Integer.MAX_VALUE);
    }

    public boolean bool(String name) {
        return value(name) instanceof Data.Bool(boolean value) && value;
    }

    /// The value of any kind.
    public Data value(String name) {
        Data value = values.get(name);
        if (value == null) {
            throw new IllegalArgumentException("no parameter '" + name + "' was declared");
        }
        return value;
    }
}
