package io.hotlens.ui.console;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.hotlens.ui.console.LuaTokens.Kind;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import java.util.List;
import java.util.Set;

final class LuaTokensTest {

    private static List<String> words(String code) {
        return LuaTokens.of(code, Set.of("gc_pauses")).stream()
                .map(t -> code.substring(t.start(), t.end()) + ":" + t.kind())
                .toList();
    }

    @Test
    void aLineIsCutIntoItsKinds() {
        assertEquals(
                List.of(
                        "local:KEYWORD",
                        "gc_pauses:CALLBACK",
                        "0x1F:NUMBER",
                        "'a':STRING",
                        "-- why:COMMENT"),
                words("local p = gc_pauses(0x1F, 'a') -- why"));
    }

    @Test
    void whatStandsInAStringOrCommentIsNotCode() {
        assertEquals(List.of("\"end -- x\":STRING"), words("\"end -- x\""));
        assertEquals(List.of("--[[ local\nend ]]:COMMENT"), words("--[[ local\nend ]]"));
    }

    @ParameterizedTest
    @CsvSource(
            textBlock =
                    """
                    '"never closed', STRING
                    '[[never closed', STRING
                    '--[[never closed', COMMENT
                    """)
    void unfinishedTextRunsToItsEnd(String code, Kind kind) {
        var tokens = LuaTokens.of(code, Set.of());
        assertEquals(1, tokens.size());
        assertEquals(code.length(), tokens.getFirst().end());
        assertEquals(kind, tokens.getFirst().kind());
    }

    @Test
    void aWordThatOnlyBeginsLikeAKeywordIsNone() {
        assertEquals(List.of(), words("endless = localize"));
    }
}
