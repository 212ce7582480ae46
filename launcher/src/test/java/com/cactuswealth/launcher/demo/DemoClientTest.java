package com.cactuswealth.launcher.demo;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

class DemoClientTest {

    @Test
    void everyStageOccursAndEmailsDiffer() {
        var clients = DemoClient.all();

        assertThat(clients).hasSize(24);
        assertThat(clients.stream().map(DemoClient::stage).collect(Collectors.toSet()))
                .hasSize(10);
        assertThat(clients)
                .extracting(DemoClient::email)
                .doesNotHaveDuplicates()
                .contains("martina.alvarez@example.com");
    }
}
