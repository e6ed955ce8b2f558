package io.hotlens.app.llm.egress;

/// A part of a text that may not leave.
///
/// @param start index of its first character
/// @param end index after its last
record Span(int start, int end, StandIn standIn) {}
