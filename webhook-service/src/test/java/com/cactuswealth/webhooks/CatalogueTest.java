package com.cactuswealth.webhooks;

import com.cactuswealth.platform.testing.Catalogue;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

class CatalogueTest {

    @Test
    void everyRefusalHasWordsInBothLanguages() {
        var catalogue = Catalogue.ofService();

        catalogue.assertSpeaksEveryLanguage();
        catalogue.assertHasWordsFor(Path.of("src/main/java"));
    }
}
