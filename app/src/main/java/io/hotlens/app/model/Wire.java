package io.hotlens.app.model;

/// The protocols that models are spoken to by.
public enum Wire {
    /// `POST /v1/messages`.
    ANTHROPIC,

    /// `POST /chat/completions`, which most servers and clouds speak beside their own protocol.
    OPENAI,

    /// `POST /v1beta/models/MODEL:generateContent`.
    GEMINI,

    /// `POST /api/chat`.
    OLLAMA
}
