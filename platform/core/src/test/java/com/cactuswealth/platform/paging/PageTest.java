package com.cactuswealth.platform.paging;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import com.cactuswealth.platform.problem.Problem;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;

class PageTest {

    private static final PagedList LETTERS = PagedList.of("letters", "ascending", List.of("vowel"));

    @Test
    void oneRowMoreThanAskedMakesANextPage() {
        var page = Page.of(LETTERS, List.of("a", "b", "c"), 2, 9, String::toUpperCase, Cursor::of);

        assertThat(page.items()).containsExactly("A", "B");
        assertThat(page.total()).isEqualTo(9);
        assertThat(read(page.nextCursor(), 1).values()).containsExactly("b");
    }

    @Test
    void theLastPageHasNoCursor() {
        assertThat(Page.of(LETTERS, List.of("a", "b"), 2, 2, String::toString, Cursor::of)
                        .nextCursor())
                .isNull();
    }

    @Test
    void aCursorKeepsItsValues() {
        var cursor = Cursor.of("Peña, José", 17, "");

        assertThat(read(LETTERS.encode(cursor), 3)).isEqualTo(cursor);
        assertThat(LETTERS.after(Optional.empty(), 3)).isEmpty();
    }

    @Test
    void aForgedCursorIsRefused() {
        var mine = new String(Base64.getUrlDecoder().decode(LETTERS.encode(Cursor.of("a"))), StandardCharsets.UTF_8);
        var withNul = Base64.getUrlEncoder().encodeToString((mine + "\0").getBytes(StandardCharsets.UTF_8));
        for (var forged : List.of("%%%", "", "YQ", withNul)) {
            isRefused(() -> read(forged, 1));
        }
        isRefused(() -> read(LETTERS.encode(Cursor.of("a")), 2));
    }

    @Test
    void aCursorOfAnotherListOrderOrFilterIsRefused() {
        for (var other : List.of(
                PagedList.of("digits", "ascending", List.of("vowel")),
                PagedList.of("letters", "descending", List.of("vowel")),
                PagedList.of("letters", "ascending", List.of()))) {
            isRefused(() -> read(other.encode(Cursor.of("a")), 1));
        }
    }

    @Test
    void aValueOfAnotherKindIsRefused() {
        isRefused(() -> Cursor.of("a").id(0));
        isRefused(() -> Cursor.of("a").number(0));
        isRefused(() -> Cursor.of("2026-13-01").instant(0));
        isRefused(() -> Cursor.of("+1000000000-12-31T23:59:59Z").instant(0));
    }

    private static Cursor read(String text, int size) {
        return LETTERS.after(Optional.of(text), size).orElseThrow();
    }

    private static void isRefused(ThrowingCallable call) {
        var refused = catchThrowableOfType(Problem.class, call);
        assertThat(refused.type().status()).isEqualTo(400);
        assertThat(refused.field()).contains("cursor");
    }
}
