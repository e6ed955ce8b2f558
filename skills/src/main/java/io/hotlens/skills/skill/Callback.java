package io.hotlens.skills.skill;

import io.hotlens.skills.target.Capability;

import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/// The description of one read-only operation of a skill: the same for people, playbooks and
/// models.
///
/// @param name the global function's name in Lua, such as `gc_pauses`
/// @param meaning what it answers and over which window, one or two sentences
/// @param returns the answer's shape, `{collections, time_in_gc_pct, ...}`
/// @param source the MBean, event or command behind it
/// @param impact the usual impact; a call's own is predicted by [LiveSkill#cost]
/// @param needs what the connection must be able to do
public record Callback(
        String name,
        String meaning,
        List<Parameter> parameters,
        String returns,
        String source,
        Impact impact,
        Set<Capability> needs) {

    public Callback {
        if (!name.matches("[a-z][a-z0-9_]*")) {
            throw new IllegalArgumentException("'" + name + "' cannot be a callback name");
        }
        parameters = List.copyOf(parameters);
        needs = Set.copyOf(needs);
    }

    /// Without parameters and needs, `FREE`.
    public static Callback of(String name, String meaning, String returns, String source) {
        return new Callback(name, meaning, List.of(), returns, source, Impact.FREE, Set.of());
    }

    public Callback with(Parameter... more) {
        return new Callback(name, meaning, List.of(more), returns, source, impact, needs);
    }

    public Callback needing(Capability... more) {
        return new Callback(name, meaning, parameters, returns, source, impact, Set.of(more));
    }

    public Callback costing(Impact usual) {
        return new Callback(name, meaning, parameters, returns, source, usual, needs);
    }

    /// `gc_pauses(limit)`.
    public String signature() {
        return parameters.stream()
                .map(Parameter::name)
                .collect(Collectors.joining(", ", name + "(", ")"));
    }
}
