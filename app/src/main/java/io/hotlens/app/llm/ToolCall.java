package io.hotlens.app.llm;

/// A tool that a model chose.
///
/// @param id by which its result is matched; unique within a transcript
/// @param arguments the model's own text, meant to be a JSON object; untrusted
public record ToolCall(String id, String name, String arguments) {}
