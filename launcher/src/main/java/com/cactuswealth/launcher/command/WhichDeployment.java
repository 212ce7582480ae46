package com.cactuswealth.launcher.command;

import com.cactuswealth.launcher.Project;
import com.cactuswealth.launcher.aws.Deployment;
import com.cactuswealth.launcher.aws.Terraform;
import picocli.CommandLine.Parameters;

/** Which of the houses a command is about. */
final class WhichDeployment {

    @Parameters(
            index = "0",
            arity = "0..1",
            paramLabel = "NAME",
            defaultValue = "production",
            description = "Of terraform/NAME.tfvars; default ${DEFAULT-VALUE}.")
    private String name;

    /** Where Terraform works on it. */
    Terraform terraform() {
        return new Terraform(Project.current(), name);
    }

    Deployment deployment() {
        return Deployment.named(terraform(), name);
    }
}
