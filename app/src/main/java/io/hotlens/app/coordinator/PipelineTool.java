package io.hotlens.app.coordinator;

import io.hotlens.app.loop.Meaning;

import java.util.List;
import java.util.Optional;

/// The tool of a pipeline's first question.
sealed interface PipelineTool {

    @Meaning("Says what the user wants to know and which operators look.")
    record Classify(
            @Meaning(
                            "diagnose: the cause of something wrong; check: whether something is"
                                    + " wrong; question: a fact about the JVM")
                    Intent intent,
            @Meaning("ids of the skills whose operators look") List<String> skills,
            @Meaning("what the operators should know and look for") Optional<String> context)
            implements PipelineTool {}
}
