package io.hotlens.skills.target;

/// One thing that was looked at before or while connecting.
///
/// @param name what was looked at: "process", "user", "attach socket"
/// @param finding what was found, with the value
/// @param fix what to do about it; empty when it is in order
public record Check(String name, boolean ok, String finding, String fix) {

    static Check good(String name, String finding) {
        return new Check(name, true, finding, "");
    }

    static Check bad(String name, String finding, String fix) {
        return new Check(name, false, finding, fix);
    }

    /// Cause and fix in one sentence.
    String sentence() {
        return fix.isEmpty() ? finding + "." : finding + ": " + fix + ".";
    }
}
