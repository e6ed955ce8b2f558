package io.hotlens.skills.builtin.jvm;

import java.util.Optional;
import java.util.OptionalLong;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// What `Compiler.codecache` tells beside the sizes.
///
/// @param compiling whether compiled code may still be added
/// @param stopped how often the compiler was stopped for want of room
/// @param full how often a segment was full
record CodeCacheState(boolean compiling, long stopped, long full) {

    private static final Pattern COMPILING =
            Pattern.compile("compilation: (enabled|disabled)", Pattern.CASE_INSENSITIVE);
    private static final Pattern STOPPED = Pattern.compile("stopped_count=(\\d+)");
    private static final Pattern FULL = Pattern.compile("full_count=(\\d+)");

    /// @return empty when the text does not say whether methods are compiled
    static Optional<CodeCacheState> of(String text) {
        Matcher compiling = COMPILING.matcher(text);
        return compiling.find()
                ? Optional.of(
                        new CodeCacheState(
                                compiling.group(1).equalsIgnoreCase("enabled"),
                                number(STOPPED, text).orElse(0),
                                number(FULL, text).orElse(0)))
                : Optional.empty();
    }

    private static OptionalLong number(Pattern pattern, String text) {
        Matcher found = pattern.matcher(text);
        return found.find()
                ? OptionalLong.of(Long.parseLong(found.group(1)))
                : OptionalLong.empty();
    }
}
