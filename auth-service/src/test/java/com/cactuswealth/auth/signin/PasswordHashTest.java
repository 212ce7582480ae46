package com.cactuswealth.auth.signin;

import static com.cactuswealth.auth.People.PASSWORD;
import static com.cactuswealth.auth.People.registered;
import static com.cactuswealth.auth.People.signIn;
import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.cactuswealth.auth.AuthServers;
import com.cactuswealth.auth.user.Users;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.util.UUID;
import org.junit.jupiter.api.Test;

@QuarkusTest
@WithTestResource(AuthServers.class)
class PasswordHashTest {

    private static final String TODAYS_PREFIX = "$argon2id$v=19$m=19456,t=2,p=1$";

    @Inject
    Users users;

    @Test
    void whoseHashHasOlderParametersSignsInAndGetsANewOne() {
        var ana = registered("ADVISOR", null);
        var old = PasswordHash.of(
                PASSWORD, new PasswordHash.Parameters(1024, 3, 1), "saltsaltsaltsalt".getBytes(US_ASCII));
        assertThat(old.text()).startsWith("$argon2id$v=19$m=1024,t=3,p=1$");
        store(ana.id(), old.text());

        signIn(ana.username(), "wrong password").statusCode(401);
        assertThat(stored(ana.id())).isEqualTo(old.text());
        signIn(ana.username(), PASSWORD).statusCode(200);
        assertThat(stored(ana.id())).startsWith(TODAYS_PREFIX);
        signIn(ana.username(), "wrong password").statusCode(401);
        signIn(ana.username(), PASSWORD).statusCode(200);
    }

    @Test
    void aHashOfTodayStaysAsItIs() {
        var ana = registered("ADVISOR", null);
        var before = stored(ana.id());
        assertThat(before).startsWith(TODAYS_PREFIX);
        signIn(ana.username(), PASSWORD).statusCode(200);
        assertThat(stored(ana.id())).isEqualTo(before);
    }

    @Test
    void whatIsNoHashIsNotChecked() {
        assertThatThrownBy(() -> PasswordHash.parse("$2y$12$abcdefghijklmnopqrstuv"))
                .isInstanceOf(IllegalStateException.class)
                .hasMessage("a stored password hash is not Argon2id in PHC format");
    }

    private void store(UUID user, String hash) {
        QuarkusTransaction.requiringNew().run(() -> users.update("passwordHash = ?1 where id = ?2", hash, user));
    }

    private String stored(UUID user) {
        return QuarkusTransaction.requiringNew().call(() -> users.findById(user).passwordHash());
    }
}
