package com.cactuswealth.launcher;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.cactuswealth.servers.FreePort;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import org.junit.jupiter.api.Test;

class PortsTest {

    @Test
    void insistsOnTheGatewaysPort() throws IOException {
        try (var other = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            assertThatThrownBy(() -> Ports.from(other.getLocalPort()))
                    .isInstanceOf(LauncherFailure.class)
                    .hasMessageStartingWith("port " + other.getLocalPort() + " is taken")
                    .hasMessageContaining("choose another with --port");
        }
    }

    @Test
    void takesAnotherForAServiceBehindIt() throws IOException {
        var gateway = FreePort.any();
        try (var _ = new ServerSocket(gateway + 1, 1, InetAddress.getLoopbackAddress())) {
            var ports = Ports.from(gateway);

            assertThat(ports.of(Service.GATEWAY)).isEqualTo(gateway);
            assertThat(ports.of(Service.AUTH)).isNotEqualTo(gateway + 1);
        }
    }
}
