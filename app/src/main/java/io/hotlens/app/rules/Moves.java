package io.hotlens.app.rules;

import io.hotlens.app.llm.ToolCall;
import io.hotlens.app.llm.Transcript;
import io.hotlens.skills.data.Data;
import io.hotlens.skills.data.FieldsBuilder;
import io.hotlens.skills.data.Json;

import java.util.List;
import java.util.Optional;

/// A transcript as the rules see it: the opening, what was told since, and the calls with their
/// results.
///
/// @param opening the first thing the loop said
/// @param told what it said since: news
/// @param done the calls that were answered, oldest first
record Moves(Data.Fields opening, List<Data.Fields> told, List<Move> done) {

    /// One call with what it answered.
    record Move(ToolCall call, Data result) {

        String tool() {
            return call.name();
        }

        /// What was asked for; read anew at each call, since most are never asked for.
        Data.Fields arguments() {
            return call.arguments().isBlank()
                    ? Data.fields().build()
                    : fields(Json.parse(call.arguments()));
        }

        boolean failed() {
            return result instanceof Data.Fields fields && fields.get("error").isPresent();
        }

        /// The result's fields; none when it is something else.
        Data.Fields answer() {
            return fields(result);
        }
    }

    static Moves of(Transcript transcript) {
        List<Data.Fields> told = transcript.told().stream().map(Moves::fields).toList();
        List<Move> done =
                transcript.results().stream()
                        .map(one -> new Move(one.call(), one.result()))
                        .toList();
        return new Moves(told.getFirst(), told.subList(1, told.size()), done);
    }

    private static Data.Fields fields(Data data) {
        return data instanceof Data.Fields fields ? fields : Data.fields().build();
    }

    Optional<Move> last() {
        return done.isEmpty() ? Optional.empty() : Optional.of(done.getLast());
    }

    List<Move> of(String tool) {
        return done.stream().filter(m -> m.tool().equals(tool)).toList();
    }

    /// The next call.
    ToolCall call(String tool, FieldsBuilder arguments) {
        return new ToolCall("call-" + (done.size() + 1), tool, Json.write(arguments.build()));
    }

    ToolCall call(String tool) {
        return call(tool, Data.fields());
    }
}
