package io.hotlens.skills.skill;

import java.util.regex.Pattern;

/// The short name of a skill: `gc`, `threads`. Callbacks of the skill begin with it.
public record SkillId(String value) implements Comparable<SkillId> {

    private static final Pattern FORM = Pattern.compile("[a-z][a-z0-9]{1,30}");

    public SkillId {
        if (!FORM.matcher(value).matches()) {
            throw new IllegalArgumentException(
                    "a skill id is 2 to 31 lower-case letters or digits, not '" + value + "'");
        }
    }

    @Override
    public int compareTo(SkillId other) {
        return value.compareTo(other.value);
    }

    @Override
    public String toString() {
        return value;
    }
}
