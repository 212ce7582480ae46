package com.cactuswealth.launcher.lambda;

import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.api.client.AWSLambda;
import com.amazonaws.services.lambda.runtime.serialization.PojoSerializer;
import com.cactuswealth.launcher.LauncherFailure;
import com.cactuswealth.launcher.Packaging;
import com.cactuswealth.launcher.Project;
import java.io.File;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The budget guard as it was packaged, and the process that AWS would make of it. */
public final class LambdaPackage {

    private static final String JVM_HANDLER = "io.quarkus.amazon.lambda.runtime.QuarkusStreamHandler::handleRequest";

    private LambdaPackage() {}

    /** The executable, or on the JVM AWS' own runtime client with the options that its managed runtime has. */
    public static List<String> command(Project project, Packaging packaging) {
        var artifact = packaging.artifact(project, Project.LAMBDA);
        if (!Files.exists(artifact)) {
            throw new LauncherFailure(Project.LAMBDA + " is not built: there is no " + artifact);
        }
        return switch (packaging) {
            case NATIVE -> List.of(artifact.toString());
            case JVM ->
                List.of(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-XX:+UseSerialGC",
                        "-XX:TieredStopAtLevel=1",
                        "-Xshare:auto",
                        "-Xmx192m",
                        "--enable-native-access=ALL-UNNAMED",
                        "--sun-misc-unsafe-memory-access=allow",
                        "-cp",
                        classPath(artifact),
                        AWSLambda.class.getName(),
                        JVM_HANDLER);
        };
    }

    private static String classPath(Path artifact) {
        var function = Stream.of(artifact.toString(), artifact.resolveSibling("lib") + "/*");
        var client = Stream.of(AWSLambda.class, PojoSerializer.class, Context.class)
                .map(type ->
                        type.getProtectionDomain().getCodeSource().getLocation().getPath());
        return Stream.concat(function, client).collect(Collectors.joining(File.pathSeparator));
    }
}
