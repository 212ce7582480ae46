package com.cactuswealth.benchmarks.lambda;

import com.cactuswealth.launcher.Packaging;
import com.cactuswealth.launcher.Project;
import com.cactuswealth.launcher.lambda.LambdaPackage;
import com.cactuswealth.servers.PythonEnvironment;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/**
 * One way to write and run the function.
 *
 * @param environment what it needs besides the function's settings
 */
record Kind(String name, List<String> command, Map<String, String> environment) {

    private static final String RUNTIME_CLIENT = "4.2.2";
    private static final String BOTO3 = "1.44.8";

    static List<Kind> all(Project project, Path home) throws IOException {
        return List.of(
                new Kind("native", LambdaPackage.command(project, Packaging.NATIVE), Map.of()),
                new Kind("JVM", LambdaPackage.command(project, Packaging.JVM), Map.of()),
                python(project, home));
    }

    /** AWS' runtime client for Python around {@code src/main/python/budget_guard.py}. */
    private static Kind python(Project project, Path home) throws IOException {
        var interpreter = PythonEnvironment.python(
                "awslambdaric-" + RUNTIME_CLIENT + "-boto3-" + BOTO3,
                List.of("awslambdaric==" + RUNTIME_CLIENT, "boto3==" + BOTO3));
        // A copy, so that Python may put compiled files beside it.
        var sources = Files.createDirectories(home.resolve("python"));
        Files.copy(
                project.module("benchmarks").resolve("src/main/python/budget_guard.py"),
                sources.resolve("budget_guard.py"));
        return new Kind(
                "Python",
                List.of(interpreter.toString(), "-m", "awslambdaric", "budget_guard.handler"),
                Map.of(
                        "PYTHONPATH", sources.toString(),
                        "LAMBDA_TASK_ROOT", sources.toString(),
                        "AWS_DEFAULT_REGION", "us-east-1"));
    }
}
