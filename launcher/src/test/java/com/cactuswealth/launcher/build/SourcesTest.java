package com.cactuswealth.launcher.build;

import static org.assertj.core.api.Assertions.assertThat;

import com.cactuswealth.launcher.Project;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SourcesTest {

    @TempDir
    private Path root;

    private Path artifact;

    @BeforeEach
    void build() throws IOException {
        touch("pom.xml", 10);
        touch("gateway/pom.xml", 10);
        touch("gateway/src/main/java/Gateway.java", 10);
        touch("platform/core/src/main/java/Core.java", 10);
        artifact = touch("gateway/target/app.jar", 20);
    }

    @Test
    void anArtifactYoungerThanItsSourcesIsUpToDate() {
        assertThat(areOlder()).isTrue();
    }

    @Test
    void aMissingArtifactIsNot() throws IOException {
        Files.delete(artifact);

        assertThat(areOlder()).isFalse();
    }

    @Test
    void aChangeInTheModuleThePlatformOrThePomMakesItStale() throws IOException {
        for (var source :
                new String[] {"gateway/src/main/java/Gateway.java", "platform/core/src/main/java/Core.java", "pom.xml"
                }) {
            touch(source, 30);
            assertThat(areOlder()).as(source).isFalse();
            touch(source, 10);
        }
    }

    @Test
    void aChangeOfTheDashboardMakesTheGatewayStaleButNoService() throws IOException {
        for (var source : new String[] {"src/main.tsx", "public/robots.txt", "locales/en.po", "package-lock.json"}) {
            touch("frontend/" + source, 30);
            assertThat(areOlder()).as(source).isFalse();
            assertThat(new Sources(new Project(root)).areOlderThan(artifact, "auth-service"))
                    .as(source)
                    .isTrue();
            touch("frontend/" + source, 10);
        }
    }

    @Test
    void theDashboardsLibrariesAndBrowserTestsDoNot() throws IOException {
        touch("frontend/node_modules/react/index.js", 30);
        touch("frontend/e2e/sign-in.spec.ts", 30);
        touch("frontend/target/classes/dashboard/index.html", 30);

        assertThat(areOlder()).isTrue();
    }

    @Test
    void aChangedTestDoesNot() throws IOException {
        touch("gateway/src/test/java/GatewayTest.java", 30);

        assertThat(areOlder()).isTrue();
    }

    private boolean areOlder() {
        return new Sources(new Project(root)).areOlderThan(artifact, "gateway");
    }

    private Path touch(String name, int seconds) throws IOException {
        var file = root.resolve(name);
        Files.createDirectories(file.getParent());
        if (!Files.exists(file)) {
            Files.createFile(file);
        }
        Files.setLastModifiedTime(file, FileTime.fromMillis(seconds * 1000L));
        for (var parent = file.getParent(); !parent.equals(root); parent = parent.getParent()) {
            Files.setLastModifiedTime(parent, FileTime.fromMillis(0));
        }
        return file;
    }
}
