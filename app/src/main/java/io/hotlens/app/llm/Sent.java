package io.hotlens.app.llm;

import java.net.URI;
import java.util.Map;

/// What left for a provider.
///
/// @param headers without those that hold a key
/// @param body every character of it, JSON
public record Sent(URI url, Map<String, String> headers, String body) {

    public Sent {
        headers = Map.copyOf(headers);
    }
}
