package io.hotlens.skills.builtin.rules;

/// What one rule says.
///
/// @param score 0 to 100, negative when the rule gives none
/// @param summary one sentence; the texts may name things from the target
record RuleResult(
        String id,
        String name,
        String topic,
        Grade grade,
        double score,
        String summary,
        String explanation,
        String solution) {

    /// How bad it is.
    enum Grade {
        /// The events it needs were not recorded.
        NOT_APPLICABLE,
        OK,
        INFO,
        WARNING;

        boolean triggered() {
            return this == INFO || this == WARNING;
        }
    }
}
