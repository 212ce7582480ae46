package com.cactuswealth.platform.message;

import com.cactuswealth.platform.testing.Catalogue;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

/** Here and not in the core, because the core is built before what tests it. */
class CatalogueTest {

    @Test
    void everyRefusalOfThePlatformHasWordsInBothLanguages() {
        var catalogue = Catalogue.of(Path.of("../core"));

        catalogue.assertSpeaksEveryLanguage();
        catalogue.assertHasWordsFor(Path.of("../core/src/main/java"));
        catalogue.assertHasWordsFor(Path.of("src/main/java"));
    }
}
