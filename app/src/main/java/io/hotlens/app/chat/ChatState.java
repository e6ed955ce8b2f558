package io.hotlens.app.chat;

import io.hotlens.app.operator.OperatorReport;

import java.util.ArrayList;
import java.util.List;

/// What was reached on the way to an answer.
///
/// @param looks of operators that looked again for this question
/// @param text the answer; empty before there is one
/// @param cited what it stands on
record ChatState(List<OperatorReport> looks, String text, List<String> cited) {

    static final ChatState START = new ChatState(List.of(), "", List.of());

    ChatState {
        looks = List.copyOf(looks);
        cited = List.copyOf(cited);
    }

    ChatState looked(List<OperatorReport> reports) {
        var more = new ArrayList<>(looks);
        more.addAll(reports);
        return new ChatState(more, text, cited);
    }

    ChatState answered(String answer, List<String> standsOn) {
        return new ChatState(looks, answer, standsOn);
    }
}
