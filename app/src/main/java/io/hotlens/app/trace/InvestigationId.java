package io.hotlens.app.trace;

/// Names one investigation; 32 lowercase hex digits.
public record InvestigationId(String value) {

    public InvestigationId {
        Ids.checked(value, 32, "the id of a investigation");
    }

    public static InvestigationId random() {
        return new InvestigationId(Ids.longId());
    }

    @Override
    public String toString() {
        return value;
    }
}
