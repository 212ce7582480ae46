package com.cactuswealth.launcher.footprint;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class ProcessFiguresTest {

    @Test
    void seesTheMemoryAndTimeOfThisProcess() {
        var figures = ProcessFigures.of(ProcessHandle.current().pid());

        assertThat(figures.residentKib()).isGreaterThan(20_000);
        assertThat(figures.cpuMillis()).isPositive();
    }
}
