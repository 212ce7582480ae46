package com.cactuswealth.servers;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import redis.embedded.core.ExecutableProvider;

/** The redis-server to run on this machine. */
final class RedisFiles {

    private static final Pattern VERSION = Pattern.compile("v=(\\d+)");
    private static final int OLDEST = 7;

    private RedisFiles() {}

    static Path program() {
        return Programs.onPath("redis-server").filter(RedisFiles::isRecent).orElseGet(RedisFiles::fromArtifact);
    }

    private static boolean isRecent(Path program) {
        var version = VERSION.matcher(
                Programs.output(List.of(program.toString(), "--version")).orElse(""));
        return version.find() && Integer.parseInt(version.group(1)) >= OLDEST;
    }

    private static Path fromArtifact() {
        var artifact = Path.of(ExecutableProvider.class
                .getProtectionDomain()
                .getCodeSource()
                .getLocation()
                .getPath());
        return ServerFiles.directory(artifact.getFileName().toString(), RedisFiles::unpack)
                .resolve("redis-server");
    }

    private static void unpack(Path directory) throws IOException {
        var program =
                ExecutableProvider.newJarResourceProvider(directory.toFile()).get();
        Files.move(program.toPath(), directory.resolve("redis-server"));
    }
}
