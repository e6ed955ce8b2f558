package io.hotlens.app.custom;

import io.hotlens.skills.data.Data;
import io.hotlens.skills.data.Json;
import io.hotlens.skills.skill.SkillId;

import java.util.List;
import java.util.regex.Pattern;

/// A script that is to become a skill of the user's own: its playbook when it reports findings,
/// else its one callback, `ID_run()`.
///
/// @param title as it is shown; the id when it is blank
/// @param code Lua, as it runs in the console
public record SkillDraft(SkillId id, String title, String code) {

    private static final Pattern FINDING = Pattern.compile("\\bfinding\\s*[({]");

    public SkillDraft {
        title = title.isBlank() ? id.value() : title.strip();
    }

    boolean isPlaybook() {
        return FINDING.matcher(code).find();
    }

    String json() {
        return Json.writePretty(
                        Data.fields()
                                .put("id", id.value())
                                .put("title", title)
                                .put("description", title)
                                .put("metrics", List.<Data>of())
                                .put("callbacks", isPlaybook() ? List.<Data>of() : List.of(run()))
                                .build())
                + "\n";
    }

    private Data run() {
        return Data.fields()
                .put("name", id + "_run")
                .put("meaning", title)
                .put("returns", "what the script returns")
                .put("source", "callbacks.lua")
                .put("impact", "low")
                .build();
    }

    /// The script as a function whose lines are those of the script.
    String asFunction() {
        return "function " + id + "_run() " + code.stripTrailing() + "\nend\n";
    }
}
