package io.hotlens.app.trace;

/// Names one run; 32 lowercase hex digits.
public record RunId(String value) {

    public RunId {
        Ids.checked(value, 32, "the id of a run");
    }

    public static RunId random() {
        return new RunId(Ids.longId());
    }

    @Override
    public String toString() {
        return value;
    }
}
