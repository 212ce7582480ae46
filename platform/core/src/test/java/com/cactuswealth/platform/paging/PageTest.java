package com.cactuswealth.platform.paging;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.cactuswealth.platform.problem.Problem;
import java.util.List;
import org.junit.jupiter.api.Test;

class PageTest {

    @Test
    void oneRowMoreThanAskedMakesANextPage() {
        var page = Page.of(List.of("a", "b", "c"), 2, 9, String::toUpperCase, Cursor::of);

        assertThat(page.items()).containsExactly("A", "B");
        assertThat(page.total()).isEqualTo(9);
        assertThat(Cursor.decode(page.nextCursor(), 1).values()).containsExactly("b");
    }

    @Test
    void theLastPageHasNoCursor() {
        assertThat(Page.of(List.of("a", "b"), 2, 2, String::toString, Cursor::of)
                        .nextCursor())
                .isNull();
    }

    @Test
    void aCursorKeepsItsValues() {
        var cursor = Cursor.of("Peña, José", 17, "");

        assertThat(Cursor.decode(cursor.encode(), 3)).isEqualTo(cursor);
    }

    @Test
    void aForgedCursorIsRefused() {
        assertThatThrownBy(() -> Cursor.decode("%%%", 1)).isInstanceOf(Problem.class);
        assertThatThrownBy(() -> Cursor.decode(Cursor.of("a").encode(), 2)).isInstanceOf(Problem.class);
    }
}
