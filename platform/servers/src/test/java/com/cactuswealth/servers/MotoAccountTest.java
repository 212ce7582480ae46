package com.cactuswealth.servers;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.cactuswealth.servers.MotoAccount.Instance;
import com.cactuswealth.servers.MotoAccount.Mail;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

class MotoAccountTest {

    private static MotoServer server;

    private final MotoAccount account = new MotoAccount(server.url());

    @BeforeAll
    static void start() {
        server = MotoServer.temporary();
    }

    @AfterAll
    static void stop() {
        server.close();
    }

    @Test
    void anInstanceRunsUntilItIsStopped() {
        var id = account.launch("t4g.small", Map.of("Project", "cactus"));
        assertThat(account.instance(id))
                .isEqualTo(new Instance(id, "t4g.small", "running", Map.of("Project", "cactus")));

        account.stop(id);
        account.tag(id, "cactus:hold", "yes");

        assertThat(account.instance(id))
                .isEqualTo(new Instance(id, "t4g.small", "stopped", Map.of("Project", "cactus", "cactus:hold", "yes")));
    }

    @Test
    void aTopicsMailIsReadOnce() {
        var topic = account.topic("alerts");
        assertThat(topic).isEqualTo("arn:aws:sns:us-east-1:123456789012:alerts");

        account.publish(topic, new Mail("Parada", "La máquina i-1 se detuvo & <nada> más."));

        assertThat(account.mail("alerts"))
                .containsExactly(new Mail("Parada", "La máquina i-1 se detuvo & <nada> más."));
        assertThat(account.mail("alerts")).isEmpty();
    }

    @Test
    void whatAwsRefusesIsSaid() {
        assertThatThrownBy(() -> account.stop("i-00000000000000000"))
                .isInstanceOf(ServerFailure.class)
                .hasMessageContaining("InvalidInstanceID.NotFound");
    }
}
