package io.hotlens.app.rules;

import io.hotlens.skills.data.Data;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// One look of an operator: a snapshot, and what the playbook found then.
///
/// @param atMs when the snapshot was taken, Unix milliseconds
/// @param lookAgainMs what the playbook asked for, 0 when it did not ask
record Look(String snapshotId, double atMs, List<Data.Fields> findings, double lookAgainMs) {

    /// What makes two findings the same: type and subject.
    static String key(Data.Fields finding) {
        return finding.text("type").orElse("") + " " + finding.text("subject").orElse("");
    }

    static boolean certain(Data.Fields finding) {
        return finding.get("certain").orElse(Data.NOTHING).equals(Data.of(true));
    }

    /// The looks of a run, oldest first.
    static List<Look> of(List<Moves.Move> moves) {
        var looks = new ArrayList<Look>();
        Data.Fields snapshot = Data.fields().build();
        for (Moves.Move move : moves) {
            if (move.tool().equals("take_snapshot") && !move.failed()) {
                snapshot = move.answer();
            } else if (move.tool().equals("execute") && !move.failed()) {
                looks.add(
                        new Look(
                                snapshot.text("id").orElse(""),
                                snapshot.number("unix_ms").orElse(0.0),
                                move.answer().items("findings").stream()
                                        .filter(Data.Fields.class::isInstance)
                                        .map(Data.Fields.class::cast)
                                        .toList(),
                                move.answer().number("look_again_ms").orElse(0.0)));
            }
        }
        return looks;
    }

    /// What may be reported: certain, or seen in two looks; the newest words of each.
    static Map<String, Data.Fields> confirmed(List<Look> looks) {
        var seen = new LinkedHashMap<String, Integer>();
        var confirmed = new LinkedHashMap<String, Data.Fields>();
        for (Look look : looks) {
            for (Data.Fields finding : look.findings()) {
                int times = seen.merge(key(finding), 1, Integer::sum);
                if (times > 1 || certain(finding)) {
                    confirmed.put(key(finding), finding);
                }
            }
        }
        return confirmed;
    }
}
