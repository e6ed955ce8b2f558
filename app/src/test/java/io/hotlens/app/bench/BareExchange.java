package io.hotlens.app.bench;

import io.hotlens.app.llm.wire.WireServer;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.List;

/// The JDK's own HTTP client and nothing around it.
final class BareExchange {

    private BareExchange() {}

    /// Sends bodies one after the other, each when the one before is answered.
    static void all(WireServer server, List<String> bodies)
            throws IOException, InterruptedException {
        URI url = URI.create(server.baseUrl() + "/chat/completions");
        try (HttpClient client =
                HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build()) {
            for (String body : bodies) {
                var request =
                        HttpRequest.newBuilder(url)
                                .header("content-type", "application/json")
                                .POST(HttpRequest.BodyPublishers.ofString(body))
                                .build();
                client.send(request, HttpResponse.BodyHandlers.ofString());
            }
        }
    }
}
