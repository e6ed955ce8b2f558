package io.hotlens.skills.target;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;

import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;

/// Reads the JSON thread dump of JDK 21 and later, thread by thread: it may hold 100 MB.
final class ThreadJson {

    private static final JsonFactory JSON = new JsonFactory();
    private static final int FRAMES = 64;

    private ThreadJson() {}

    /// @throws IOException when the text is no thread dump
    static List<ThreadContainer> read(InputStream text) throws IOException {
        var containers = new ArrayList<ThreadContainer>();
        try (JsonParser json = JSON.createParser(text)) {
            while (json.nextToken() != null) {
                if (json.currentToken() == JsonToken.FIELD_NAME
                        && json.currentName().equals("threadContainers")) {
                    json.nextToken();
                    while (json.nextToken() == JsonToken.START_OBJECT) {
                        containers.add(container(json));
                    }
                }
            }
        }
        return containers;
    }

    private static ThreadContainer container(JsonParser json) throws IOException {
        String name = "";
        String parent = "";
        long owner = -1;
        List<ThreadContainer.Member> threads = new ArrayList<>();
        while (json.nextToken() == JsonToken.FIELD_NAME) {
            String field = json.currentName();
            json.nextToken();
            switch (field) {
                case "container" -> name = text(json);
                case "parent" -> parent = text(json);
                case "owner" -> owner = number(json);
                case "threads" -> {
                    while (json.nextToken() == JsonToken.START_OBJECT) {
                        threads.add(member(json));
                    }
                }
                default -> json.skipChildren();
            }
        }
        return new ThreadContainer(name, parent, owner, threads);
    }

    private static ThreadContainer.Member member(JsonParser json) throws IOException {
        long id = -1;
        String name = "";
        boolean virtual = false;
        String state = "";
        String blockedOn = "";
        List<String> stack = List.of();
        while (json.nextToken() == JsonToken.FIELD_NAME) {
            String field = json.currentName();
            json.nextToken();
            switch (field) {
                case "tid" -> id = number(json);
                case "name" -> name = text(json);
                case "virtual" -> virtual = json.currentToken() == JsonToken.VALUE_TRUE;
                case "state" -> state = text(json);
                case "blockedOn" -> blockedOn = text(json);
                case "stack" -> stack = frames(json);
                default -> json.skipChildren();
            }
        }
        return new ThreadContainer.Member(id, name, virtual, state, stack, blockedOn);
    }

    private static List<String> frames(JsonParser json) throws IOException {
        var frames = new ArrayList<String>();
        while (json.nextToken() != JsonToken.END_ARRAY) {
            if (frames.size() < FRAMES) {
                frames.add(text(json));
            }
        }
        return frames;
    }

    private static String text(JsonParser json) throws IOException {
        if (json.currentToken().isStructStart()) {
            json.skipChildren();
            return "";
        }
        return json.currentToken() == JsonToken.VALUE_NULL ? "" : json.getText();
    }

    private static long number(JsonParser json) throws IOException {
        String digits = text(json);
        return digits.matches("-?\\d{1,18}") ? Long.parseLong(digits) : -1;
    }
}
