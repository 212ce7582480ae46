package com.cactuswealth.launcher.lambda;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.cactuswealth.launcher.LauncherFailure;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class AwsProfileTest {

    @TempDir
    private Path directory;

    @Test
    void aDeployedFunctionIsOnlyLetLook() throws IOException {
        var profile = new AwsProfile("firm", aws("""
            case "$*" in
            "--profile firm lambda get-function-configuration --function-name cactus-budget-guard-stop --output json")
                cat <<'JSON'
            {"Timeout": 300, "FunctionArn": "arn:aws:lambda:sa-east-1:123456789012:function:cactus-budget-guard-stop",
             "Environment": {"Variables": {"QUARKUS_LAMBDA_HANDLER": "stop", "CACTUS_BUDGET_GUARD_DRY_RUN": "false",
              "CACTUS_BUDGET_GUARD_BUDGET": "monthly", "CACTUS_BUDGET_GUARD_VERIFY_SIGNATURE": "true",
              "CACTUS_BUDGET_GUARD_REPORT_TOPIC_ARN": "arn:aws:sns:sa-east-1:123456789012:report",
              "CACTUS_BUDGET_GUARD_WEBHOOK_URL": "https://cactus.example.com"}}}
            JSON
                ;;
            "--profile firm configure export-credentials --format env-no-export")
                printf 'AWS_ACCESS_KEY_ID=AKIA\\nAWS_SECRET_ACCESS_KEY=a=b\\n'
                ;;
            *) exit 1 ;;
            esac
            """));

        var function = profile.function("cactus-budget-guard-stop");

        assertThat(function.setting("BUDGET")).isEqualTo("monthly");
        assertThat(profile.environment(function))
                .isEqualTo(Map.of(
                        "QUARKUS_LAMBDA_HANDLER", "stop",
                        "CACTUS_BUDGET_GUARD_BUDGET", "monthly",
                        "CACTUS_BUDGET_GUARD_DRY_RUN", "true",
                        "CACTUS_BUDGET_GUARD_VERIFY_SIGNATURE", "false",
                        "AWS_REGION", "sa-east-1",
                        "AWS_ACCESS_KEY_ID", "AKIA",
                        "AWS_SECRET_ACCESS_KEY", "a=b"));
    }

    @Test
    void saysWhatTheCliRefuses() throws IOException {
        var profile = new AwsProfile("firm", aws("exit 255"));

        assertThatThrownBy(() -> profile.function("cactus-budget-guard-stop"))
                .isInstanceOf(LauncherFailure.class)
                .hasMessageContaining("refuses: lambda get-function-configuration --function-name");
    }

    private Path aws(String script) throws IOException {
        var file = Files.writeString(directory.resolve("aws"), "#!/bin/sh\n" + script);
        return Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rwx------"));
    }
}
