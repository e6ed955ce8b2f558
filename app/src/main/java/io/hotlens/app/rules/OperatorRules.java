package io.hotlens.app.rules;

import io.hotlens.app.llm.ToolCall;
import io.hotlens.skills.data.Data;
import io.hotlens.skills.data.FieldsBuilder;

import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// The operator's part without a network: look, run the playbook, look again where a finding is not
/// yet sure, report what is, give a verdict, end.
final class OperatorRules {

    private static final int MAX_LOOKS = 7;
    private static final double MAX_LOOKING_MS = 60_000;
    private static final long USUAL_PAUSE_MS = 2_000;
    private static final long WATCH_PAUSE_MS = 10_000;

    /// A further look costs wait, snapshot and script; a verdict and the end are two more.
    private static final int LOOK_COST = 3;

    private static final int END_COST = 2;

    private final Moves moves;
    private final Optional<String> playbook;
    private final List<Look> looks;
    private final double maxIterations;

    OperatorRules(Moves moves, Optional<String> playbook) {
        this.moves = moves;
        this.playbook = playbook;
        this.looks = Look.of(moves.done());
        this.maxIterations = moves.opening().number("max_iterations").orElse(25.0);
    }

    ToolCall next() {
        Optional<Moves.Move> last = moves.last();
        if (last.isEmpty()) {
            return moves.call("take_snapshot");
        }
        return switch (last.get().tool()) {
            case "wait" -> moves.call("take_snapshot");
            case "take_snapshot" -> afterSnapshot(last.get());
            case "execute" -> last.get().failed() ? verdict("the playbook failed") : report();
            case "set_state" -> watching() ? pause(WATCH_PAUSE_MS) : moves.call("done");
            default -> report();
        };
    }

    private boolean watching() {
        return maxIterations > 1_000_000;
    }

    private ToolCall afterSnapshot(Moves.Move snapshot) {
        if (snapshot.failed()) {
            return verdict("the target did not answer");
        }
        return playbook.map(code -> moves.call("execute", Data.fields().put("code", code)))
                .orElseGet(() -> verdict("this skill has no playbook"));
    }

    private ToolCall report() {
        Optional<Data.Fields> unsent = unsent();
        if (unsent.isPresent() && left() > END_COST) {
            return send(unsent.get());
        }
        double pause = wantedPause();
        if (pause > 0) {
            return mayLookAgain(pause)
                    ? pause((long) pause)
                    : verdict("undecided after %d look(s)".formatted(looks.size()));
        }
        return verdict("");
    }

    /// The worst of the confirmed findings that was not reported yet.
    private Optional<Data.Fields> unsent() {
        var tried = new HashSet<String>();
        moves.of("send_notification").forEach(m -> tried.add(Look.key(m.arguments())));
        return Look.confirmed(looks).entrySet().stream()
                .filter(e -> !tried.contains(e.getKey()))
                .map(Map.Entry::getValue)
                .max(Comparator.comparingInt(OperatorRules::rank));
    }

    private ToolCall send(Data.Fields finding) {
        FieldsBuilder call =
                Data.fields()
                        .put("type", finding.text("type").orElse(""))
                        .put("context", finding.text("context").orElse(""))
                        .put("observation", finding.text("observation").orElse(""))
                        .put("severity", finding.text("severity").orElse("warning"))
                        .put("snapshot_ids", List.of(Data.of(looks.getLast().snapshotId())))
                        .put("subject", finding.text("subject").orElse(""));
        finding.text("hypothesis").ifPresent(text -> call.put("hypothesis", text));
        finding.get("evidence").ifPresent(evidence -> call.put("evidence", evidence));
        return moves.call("send_notification", call);
    }

    /// How long to wait before the next look; 0 when nothing is open.
    private double wantedPause() {
        Look newest = looks.getLast();
        Map<String, Data.Fields> confirmed = Look.confirmed(looks);
        boolean open =
                newest.findings().stream().anyMatch(f -> !confirmed.containsKey(Look.key(f)));
        return newest.lookAgainMs() > 0 ? newest.lookAgainMs() : open ? USUAL_PAUSE_MS : 0;
    }

    private boolean mayLookAgain(double pause) {
        double spent = looks.getLast().atMs() - looks.getFirst().atMs();
        return !watching()
                && looks.size() < MAX_LOOKS
                && spent + pause <= MAX_LOOKING_MS
                && left() >= LOOK_COST + END_COST + 1;
    }

    private double left() {
        return maxIterations - moves.done().size();
    }

    private ToolCall pause(long ms) {
        return moves.call("wait", Data.fields().put("ms", (double) ms));
    }

    private ToolCall verdict(String trouble) {
        int worst =
                moves.of("send_notification").stream()
                        .filter(m -> !m.failed())
                        .mapToInt(m -> rank(m.arguments()))
                        .max()
                        .orElse(0);
        String state =
                switch (worst) {
                    case 3 -> "critical";
                    case 2 -> "warning";
                    case 1 -> "observing";
                    default -> trouble.isEmpty() ? "healthy" : "observing";
                };
        String reason = trouble.isEmpty() ? "%d look(s)".formatted(looks.size()) : trouble;
        return moves.call("set_state", Data.fields().put("state", state).put("reason", reason));
    }

    private static int rank(Data.Fields finding) {
        return switch (finding.text("severity").orElse("")) {
            case "critical" -> 3;
            case "warning" -> 2;
            case "info" -> 1;
            default -> 0;
        };
    }
}
