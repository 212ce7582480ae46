package com.cactuswealth.launcher.build;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class NodeTest {

    @ParameterizedTest
    @ValueSource(strings = {"v20.19.0", "v20.20.2", "v22.12.0", "v22.21.1", "v23.0.0", "v24.11.0", "v30.1.0"})
    void whatViteRunsOnIsNewEnough(String version) {
        assertThat(new Node(version).isNewEnough()).isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "v18.20.8", "v20.2.0", "v20.18.3", "v21.7.3", "v22.11.0", "v2.19.0", "20.19.0"})
    void whatItDoesNotRunOnIsNot(String version) {
        assertThat(new Node(version).isNewEnough()).isFalse();
    }
}
