package io.hotlens.app.coordinator;

import io.hotlens.app.llm.LlmException;
import io.hotlens.app.llm.Reply;
import io.hotlens.app.loop.Decoded;
import io.hotlens.app.loop.ToolCodec;
import io.hotlens.skills.skill.SkillId;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

/// Asks the model of a pipeline once whom to send out.
record Classifier(
        Timely model, PipelineQuestions questions, Consumer<CoordinatorEvent.Step> events) {

    private static final ToolCodec<PipelineTool> CODEC = new ToolCodec<>(PipelineTool.class);

    /// Who looks, and for what.
    ///
    /// @param skills ids, at least one unless no skill can be used
    /// @param context told to each operator
    record Plan(Intent intent, List<String> skills, String context) {

        static final Plan NONE = new Plan(Intent.DIAGNOSE, List.of(), "");

        /// Those that the user named.
        static Plan named(Course course) {
            return new Plan(Intent.DIAGNOSE, course.named(), course.reason());
        }

        private static Plan all(Course course) {
            return new Plan(Intent.DIAGNOSE, course.usable(), course.reason());
        }
    }

    /// A plan with what it cost.
    ///
    /// @param problem why it is not the model's plan, so that all operators are sent out
    record Answer(Plan plan, Answered answered, Optional<String> problem) {}

    private record Read(Plan plan, Optional<String> problem) {}

    /// @throws LlmException when asking a model is pointless: a wrong key, a limit that is used up
    Answer ask(Course course, Duration time) throws InterruptedException {
        events.accept(new CoordinatorEvent.Classifying(course.usable().size()));
        long start = System.nanoTime();
        Answer answer = answer(course, time);
        events.accept(
                new CoordinatorEvent.Classified(
                        answer.plan().intent(),
                        answer.plan().skills().stream().map(SkillId::new).toList(),
                        Duration.ofNanos(System.nanoTime() - start)));
        return answer;
    }

    private Answer answer(Course course, Duration time) throws InterruptedException {
        try {
            Reply reply = model.ask(questions.classify(course, CODEC.specs()), CODEC.specs(), time);
            Read read = read(reply, course);
            return new Answer(read.plan(), Answered.NOTHING.then(reply), read.problem());
        } catch (LlmException.Retriable e) {
            String problem = "the model does not answer: " + e.getMessage();
            return new Answer(Plan.all(course), Answered.NOTHING, Optional.of(problem));
        }
    }

    private static Read read(Reply reply, Course course) {
        if (reply.calls().isEmpty()) {
            return unusable(course, "the model called no tool");
        }
        return switch (CODEC.decode(reply.calls().getFirst())) {
            case Decoded.Invalid<PipelineTool>(String wrong) -> unusable(course, wrong);
            case Decoded.Valid<PipelineTool>(
                            PipelineTool.Classify(var intent, var named, var context)) -> {
                List<String> skills =
                        named.stream().distinct().filter(course.usable()::contains).toList();
                String told = context.filter(c -> !c.isBlank()).orElse(course.reason());
                yield skills.isEmpty()
                        ? unusable(course, "the model named none that can be used: " + named)
                        : new Read(new Plan(intent, skills, told), Optional.empty());
            }
        };
    }

    private static Read unusable(Course course, String problem) {
        return new Read(Plan.all(course), Optional.of(problem));
    }
}
