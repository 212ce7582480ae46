package com.cactuswealth.launcher.aws;

import static org.assertj.core.api.Assertions.assertThat;

import com.cactuswealth.launcher.Project;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class MonthlyCostsTest {

    /** A load balancer with two addresses and one capacity unit in use all month; it is in neither example. */
    private static final BigDecimal LOAD_BALANCER = new BigDecimal("29.57");

    private final Project project = Project.current();
    private final MonthlyCosts costs = MonthlyCosts.read(project.root().resolve("terraform"));

    @Test
    void bothExamplesStayFarBelowTheBudget() {
        assertThat(costs.dev()).isEqualTo(new BigDecimal("12.82"));
        assertThat(costs.production()).isEqualTo(new BigDecimal("22.80"));
        assertThat(costs.production().add(LOAD_BALANCER)).isLessThan(new BigDecimal("75"));
    }

    @Test
    void theTableSaysWhereItsPricesAreFrom() {
        assertThat(costs.table().getFirst()).startsWith("USD a month").endsWith("production");
        assertThat(costs.table().getLast()).startsWith("Assumed: us-east-1");
    }

    @ParameterizedTest
    @ValueSource(strings = {"terraform/README.md", "docs/aws.md"})
    void theDocumentationHasTheSameTable(String page) throws IOException {
        var lines = Files.readAllLines(project.root().resolve(page));
        var table = lines.subList(lines.indexOf("<!-- costs -->") + 1, lines.indexOf("<!-- /costs -->"));

        assertThat(table).isEqualTo(costs.markdown());
    }
}
