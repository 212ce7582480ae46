package com.cactuswealth.budgetguard.instance;

import com.cactuswealth.budgetguard.GuardConfig;
import jakarta.inject.Singleton;
import java.util.List;

/** What a person types to do, or to undo, what the guard does. */
@Singleton
public class Commands {

    private final String region;

    Commands(GuardConfig config) {
        region = config.region();
    }

    public String start(List<String> ids) {
        return "aws ec2 start-instances --region %s --instance-ids %s".formatted(region, String.join(" ", ids));
    }

    public String stop(List<String> ids) {
        return "aws ec2 stop-instances --region %s --instance-ids %s".formatted(region, String.join(" ", ids));
    }

    /** So that resume does not start what somebody stops later. */
    public String forgetStop(List<String> ids) {
        return "aws ec2 delete-tags --region %s --resources %s --tags Key=%s Key=%s"
                .formatted(region, String.join(" ", ids), Tags.STOPPED_PERIOD, Tags.STOPPED_REASON);
    }

    /** From running on one type to running on another. */
    public List<String> changeType(String id, String type) {
        return List.of(
                stop(List.of(id)),
                "aws ec2 wait instance-stopped --region %s --instance-ids %s".formatted(region, id),
                modify(id, type),
                start(List.of(id)));
    }

    public String status(String id) {
        return "aws ec2 describe-instance-status --region %s --instance-ids %s".formatted(region, id);
    }

    public String modify(String id, String type) {
        return "aws ec2 modify-instance-attribute --region %s --instance-id %s --instance-type Value=%s"
                .formatted(region, id, type);
    }
}
