package com.cactuswealth.launcher.aws;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.cactuswealth.launcher.LauncherFailure;
import com.cactuswealth.launcher.Project;
import java.io.IOException;
import org.junit.jupiter.api.Test;

class DeploymentTest {

    private final Terraform terraform = new Terraform(Project.current(), "test");

    @Test
    void everythingIsNamedAfterTheProjectOfTheFile() throws IOException {
        var file = terraform.directory().resolve("examples/dev.tfvars");

        var dev = Deployment.read("dev", file);

        assertThat(dev).isEqualTo(new Deployment("dev", file, "cactus-dev", "dev", "us-east-1"));
        assertThat(dev.box()).isEqualTo("cactus-dev-box");
        assertThat(dev.budget()).isEqualTo("cactus-dev-monthly");
        assertThat(dev.releaseParameter()).isEqualTo("/cactus-dev/dev/release");
        assertThat(dev.log("stop")).isEqualTo("/aws/lambda/cactus-dev-budget-guard-stop");
        assertThat(dev.stateBucket("123456789012")).isEqualTo("cactus-dev-terraform-123456789012");
    }

    @Test
    void whoHasNotWrittenTheSettingsIsToldHow() {
        assertThatThrownBy(() -> Deployment.named(terraform, "nowhere"))
                .isInstanceOf(LauncherFailure.class)
                .hasMessageContaining("nowhere.tfvars")
                .hasMessageContaining("examples/production.tfvars");
    }

    @Test
    void terraformMustKnowLocksInS3() {
        assertThat(Terraform.isNewEnough("Terraform v1.11.4")).isTrue();
        assertThat(Terraform.isNewEnough("Terraform v1.20.0")).isTrue();
        assertThat(Terraform.isNewEnough("Terraform v1.9.8")).isFalse();
        assertThat(Terraform.isNewEnough("Terraform v2.0.0")).isFalse();
    }
}
