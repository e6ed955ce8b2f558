package io.hotlens.ui.model;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.hotlens.app.operator.OperatorEvent;
import io.hotlens.skills.data.Data;
import io.hotlens.ui.model.StepLine.Detail;
import io.hotlens.ui.support.Samples;
import io.hotlens.ui.support.Script;

import org.junit.jupiter.api.Test;

import java.util.List;
import java.util.OptionalLong;

final class StepGroupTest {

    private final TargetModel model =
            new TargetModel(
                    Samples.target(),
                    List.of(),
                    new io.hotlens.skills.target.ConnectionState.Connected(Samples.NOON));

    private List<Detail> lastDetails(Script script) {
        model.apply(script.events());
        return model.runs().getFirst().groups().getLast().lines().getLast().details();
    }

    private static Script begun() {
        return new Script(Samples.RUN).started("slow").operator("gc", started());
    }

    private static OperatorEvent.Started started() {
        return new OperatorEvent.Started("slow");
    }

    @Test
    void aStepNamesTheRequestThatItsModelAnswered() {
        assertEquals(
                List.of(
                        new Detail.ToolCall("take_snapshot", Data.NOTHING),
                        new Detail.Request(7),
                        new Detail.Result(Samples.snapshot("gc").toData())),
                lastDetails(
                        begun().answered("gc", "take_snapshot", 7)
                                .operator(
                                        "gc",
                                        new OperatorEvent.SnapshotTaken(Samples.snapshot("gc")))));
    }

    @Test
    void anAnswerThatCouldNotBeReadNamesItsRequestToo() {
        assertEquals(
                List.of(new Detail.Request(3)),
                lastDetails(
                        begun().operator(
                                        "gc",
                                        new OperatorEvent.Rejected(
                                                "", "no call", OptionalLong.of(3)))));
    }

    @Test
    void aCallThatWasRefusedNamesItsRequestOnce() {
        assertEquals(
                List.of(new Detail.ToolCall("done", Data.NOTHING), new Detail.Request(4)),
                lastDetails(
                        begun().answered("gc", "done", 4)
                                .operator(
                                        "gc",
                                        new OperatorEvent.Rejected(
                                                "done", "too early", OptionalLong.of(4)))));
    }

    @Test
    void aStepOfTheRulesHasNoRequest() {
        assertEquals(
                List.of(new Detail.ToolCall("done", Data.fields().put("reason", "to see").build())),
                lastDetails(
                        begun().tool("gc", "done")
                                .operator("gc", new OperatorEvent.Thought("that is all"))));
    }
}
