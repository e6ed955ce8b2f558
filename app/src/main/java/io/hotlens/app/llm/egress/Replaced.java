package io.hotlens.app.llm.egress;

/// One part of a request that left in another form.
///
/// @param original what stood there; it stays on this side
/// @param sent the stand-in, such as `path-2` or `[log text 3 withheld: 120 chars]`
public record Replaced(DataClass dataClass, String original, String sent) {}
