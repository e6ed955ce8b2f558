package io.hotlens.app.llm.egress;

import io.hotlens.skills.skill.SkillId;

import java.util.Map;
import java.util.Optional;

/// Lua that takes what a skill told out of its fields and writes it another way.
final class Disguises {

    private static final Map<String, String> BY_SKILL =
            Map.of(
                    "logger",
                    """
                    local out = {}
                    for _, e in ipairs(logger_errors(5).items) do
                      print(e.message, e.file, e.more[1])
                      out[#out + 1] = e.message
                      out[e.message] = ("the log says %s (%s)"):format(e.message:sub(9, 60), e.message:sub(1, 30))
                    end
                    return out
                    """,
                    "exceptions",
                    """
                    local newest = exception_recent(5, "all").items[1]
                    return newest and { said = newest.type .. " said (" .. newest.message .. ")", newest.message } or "none"
                    """,
                    "mbeans",
                    """
                    local name = mbeans_find("shop", 10).items[1]
                    local region = mbeans_get(name, "Region").value
                    return { region, "the region is " .. region, mbeans_get(name, "Tenants"), mbeans_describe(name),
                      mbeans_get("java.lang:type=Runtime", "SystemProperties"),
                      mbeans_get("java.lang:type=Runtime", "InputArguments"), mbeans_find("shop", 10) }
                    """,
                    "jvm",
                    "return { table.concat(jvm_get_system().arguments, ' '),"
                            + " jvm_get_system().arguments }");

    private Disguises() {}

    static Optional<String> of(SkillId skill) {
        return Optional.ofNullable(BY_SKILL.get(skill.value()));
    }
}
