package io.hotlens.app.llm;

import io.hotlens.skills.data.Data;

/// A tool as a model sees it.
///
/// @param schema JSON schema of its arguments, an object
public record ToolSpec(String name, String description, Data.Fields schema) {}
