package com.cactuswealth.launcher;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.SQLException;
import java.time.Duration;
import java.util.EnumSet;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SuiteTest {

    private static final HttpClient CLIENT = HttpClient.newHttpClient();

    @TempDir
    private Path directory;

    private final List<String> said = new CopyOnWriteArrayList<>();
    private Path home;
    private Project project;
    private Suite suite;

    @BeforeEach
    void build() throws IOException {
        home = directory.resolve("home");
        project = new Project(directory);
        FakeService.install(project, Service.GATEWAY);
        FakeService.install(project, Service.AUTH);
    }

    @AfterEach
    void stop() {
        if (suite != null) {
            suite.close();
        }
    }

    @Test
    void startsEverythingTellsOthersAboutItAndStopsEverything() throws Exception {
        suite = builder().start();

        assertThat(suite.pids()).containsOnlyKeys("postgresql", "redis", "gateway", "auth-service");
        assertThat(get(suite.url(Service.AUTH).resolve("/issuer")))
                .isEqualTo(suite.url().toString());
        var state = SuiteState.read(home).orElseThrow();
        assertThat(state.runs()).isTrue();
        assertThat(state.parts()).extracting(SuiteState.Part::name).contains("postgresql", "gateway");

        var pids = suite.pids().values();
        suite.close();

        assertThat(pids).allMatch(pid -> ProcessHandle.of(pid).isEmpty());
        assertThat(SuiteState.read(home)).isEmpty();
    }

    @Test
    void aKilledServiceStaysDeadUntilItIsRestarted() {
        suite = builder().start();
        var before = suite.pids().get("auth-service");

        suite.kill(Service.AUTH);
        assertThat(suite.pids()).doesNotContainKey("auth-service");
        suite.restart(Service.AUTH);

        assertThat(suite.pids().get("auth-service")).isNotEqualTo(before);
        assertThat(Health.isReady(suite.url(Service.AUTH))).isTrue();
    }

    @Test
    void keepsDataAndSecretsOverARestartOfEverything() throws SQLException {
        suite = builder().start();
        var password = suite.administrator().password();
        try (var connection = suite.postgres().connect("cactus");
                var statement = connection.createStatement()) {
            statement.execute("CREATE TABLE auth.kept AS SELECT 1 AS id");
        }

        suite.close();
        suite = builder().start();

        assertThat(suite.administrator().password()).isEqualTo(password);
        try (var connection = suite.postgres().connect("cactus");
                var rows = connection.createStatement().executeQuery("SELECT id FROM auth.kept")) {
            assertThat(rows.next()).isTrue();
        }
    }

    @Test
    void supervisedItStartsAgainWhatEndsByItself() {
        suite = builder().supervised().start();
        var before = suite.pids().get("auth-service");

        assertThatThrownBy(() -> get(suite.url(Service.AUTH).resolve("/crash"))).isInstanceOf(IOException.class);
        eventually(() -> said.contains("auth-service is back"));

        assertThat(suite.pids().get("auth-service")).isNotEqualTo(before);
        assertThat(said)
                .anySatisfy(line -> assertThat(line)
                        .startsWith(
                                "auth-service ended (exit 3): java.lang.IllegalStateException: told to crash (log: ")
                        .endsWith("starting it again in 1 s"));
    }

    @Test
    void anotherTerminalRestartsAServiceAsOftenAsItLikes() {
        suite = builder().supervised().start();

        // More often than the supervisor starts a service that ends by itself.
        for (var i = 0; i < 7; i++) {
            var before = suite.pids().get("auth-service");

            var part = ServiceRestart.restart(home, Service.AUTH);

            assertThat(part.process().pid())
                    .isEqualTo(suite.pids().get("auth-service"))
                    .isNotEqualTo(before);
            assertThat(Health.isReady(suite.url(Service.AUTH))).isTrue();
        }
        assertThat(said).contains("auth-service was stopped; starting it again", "auth-service is back");
        assertThatThrownBy(() -> ServiceRestart.restart(home, Service.CLIENTS))
                .isInstanceOf(LauncherFailure.class)
                .hasMessage("client-service is not among what runs");
    }

    @Test
    void whereNothingRunsNothingIsRestarted() {
        assertThatThrownBy(() -> ServiceRestart.restart(home, Service.AUTH))
                .isInstanceOf(LauncherFailure.class)
                .hasMessage("nothing runs; ./cactus up starts it");
    }

    @Test
    void supervisedItBringsPostgresqlBack() {
        suite = builder().supervised().start();

        suite.postgres().kill();
        eventually(() -> said.contains("postgresql is back"));

        assertThat(suite.postgres().isAlive()).isTrue();
    }

    @Test
    void saysWhyAServiceDidNotStartAndLeavesNothingRunning() {
        var broken = builder().environment(Service.AUTH, "FAKE_FAILURE", "no such column");

        assertThatThrownBy(broken::start)
                .isInstanceOf(LauncherFailure.class)
                .hasMessage("auth-service ended while starting: ERROR cannot start: no such column (log: "
                        + home.resolve("logs/auth-service.log") + ")");

        assertThat(SuiteState.read(home)).isEmpty();
        assertThat(home.resolve("postgresql/postmaster.pid")).doesNotExist();
    }

    @Test
    void refusesToStartTwiceInOneDirectory() {
        suite = builder().start();

        assertThatThrownBy(() -> builder().start())
                .isInstanceOf(LauncherFailure.class)
                .hasMessageContaining(
                        "already runs as process " + ProcessHandle.current().pid() + " at " + suite.url());
    }

    @Test
    void saysWhatIsNotBuilt() {
        assertThatThrownBy(() -> builder().services(EnumSet.of(Service.CLIENTS)).start())
                .isInstanceOf(LauncherFailure.class)
                .hasMessageStartingWith("client-service is not built");
    }

    @Test
    void showsSecretsToTheirOwnerOnly() throws IOException {
        suite = builder().start();

        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(home)))
                .isEqualTo("rwx------");
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(home.resolve("secrets.properties"))))
                .isEqualTo("rw-------");
    }

    private SuiteBuilder builder() {
        return Suite.in(home)
                .project(project)
                .services(EnumSet.of(Service.GATEWAY, Service.AUTH))
                .progress(said::add);
    }

    private static String get(URI uri) throws IOException, InterruptedException {
        return CLIENT.send(HttpRequest.newBuilder(uri).build(), BodyHandlers.ofString())
                .body();
    }

    private static void eventually(BooleanSupplier condition) {
        var deadline = System.nanoTime() + Duration.ofSeconds(30).toNanos();
        while (!condition.getAsBoolean()) {
            assertThat(System.nanoTime()).isLessThan(deadline);
            LockSupport.parkNanos(Duration.ofMillis(20).toNanos());
        }
    }
}
