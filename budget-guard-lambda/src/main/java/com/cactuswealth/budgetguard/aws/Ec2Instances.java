package com.cactuswealth.budgetguard.aws;

import static java.util.stream.Collectors.toMap;
import static java.util.stream.Collectors.toSet;

import com.cactuswealth.budgetguard.GuardConfig;
import com.cactuswealth.budgetguard.instance.Health;
import com.cactuswealth.budgetguard.instance.Instance;
import com.cactuswealth.budgetguard.instance.Instances;
import com.cactuswealth.budgetguard.instance.Tags;
import jakarta.inject.Singleton;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import software.amazon.awssdk.services.ec2.model.DeviceType;
import software.amazon.awssdk.services.ec2.model.Filter;
import software.amazon.awssdk.services.ec2.model.InstanceStatusSummary;
import software.amazon.awssdk.services.ec2.model.InstanceTypeInfo;
import software.amazon.awssdk.services.ec2.model.SummaryStatus;
import software.amazon.awssdk.services.ec2.model.Tag;

/** EC2 in the function's region. */
@Singleton
class Ec2Instances implements Instances {

    private static final int PAGE = 100;

    private final AwsClients clients;
    private final GuardConfig config;

    Ec2Instances(AwsClients clients, GuardConfig config) {
        this.clients = clients;
        this.config = config;
    }

    @Override
    public List<Instance> targets() {
        var states = Arrays.stream(Instance.State.values())
                .map(state -> state.name().toLowerCase(Locale.ROOT))
                .toArray(String[]::new);
        return Aws.call(
                "DescribeInstances",
                () -> clients
                        .ec2()
                        .describeInstancesPaginator(request -> request.maxResults(PAGE)
                                .filters(
                                        filter("tag:" + Tags.PROJECT, config.project()),
                                        filter("tag:" + Tags.GUARD, Tags.OPTED_IN),
                                        filter("instance-state-name", states)))
                        .reservations()
                        .stream()
                        .flatMap(reservation -> reservation.instances().stream())
                        .map(Ec2Instances::instance)
                        .toList());
    }

    @Override
    public void stop(String id) {
        Aws.call("StopInstances", () -> clients.ec2().stopInstances(request -> request.instanceIds(id)));
    }

    @Override
    public void start(String id) {
        Aws.call("StartInstances", () -> clients.ec2().startInstances(request -> request.instanceIds(id)));
    }

    @Override
    public void changeType(String id, String type) {
        Aws.call(
                "ModifyInstanceAttribute",
                () -> clients.ec2()
                        .modifyInstanceAttribute(
                                request -> request.instanceId(id).instanceType(value -> value.value(type))));
    }

    @Override
    public Health health(String id) {
        // The system that it runs on, and the instance itself.
        var statuses = Aws.call(
                        "DescribeInstanceStatus",
                        () -> clients.ec2().describeInstanceStatus(request -> request.instanceIds(id)))
                .instanceStatuses()
                .stream()
                .flatMap(seen -> Stream.of(seen.systemStatus(), seen.instanceStatus()))
                .map(InstanceStatusSummary::status)
                .toList();
        if (statuses.contains(SummaryStatus.IMPAIRED)) {
            return Health.IMPAIRED;
        }
        return statuses.equals(List.of(SummaryStatus.OK, SummaryStatus.OK)) ? Health.OK : Health.NOT_YET_KNOWN;
    }

    @Override
    public void tag(String id, Map<String, String> tags) {
        var written = tags.entrySet().stream()
                .map(tag ->
                        Tag.builder().key(tag.getKey()).value(tag.getValue()).build())
                .toList();
        Aws.call(
                "CreateTags",
                () -> clients.ec2().createTags(request -> request.resources(id).tags(written)));
    }

    @Override
    public void untag(String id, Collection<String> keys) {
        var removed = keys.stream().map(key -> Tag.builder().key(key).build()).toList();
        Aws.call(
                "DeleteTags",
                () -> clients.ec2().deleteTags(request -> request.resources(id).tags(removed)));
    }

    @Override
    public Map<String, Set<String>> architectures(Collection<String> types) {
        return Aws.call(
                "DescribeInstanceTypes",
                () -> clients
                        .ec2()
                        // By filter: asked for by name, a type that is not known makes the whole call fail.
                        .describeInstanceTypesPaginator(
                                request -> request.filters(filter("instance-type", types.toArray(String[]::new))))
                        .instanceTypes()
                        .stream()
                        .collect(toMap(InstanceTypeInfo::instanceTypeAsString, Ec2Instances::architectures)));
    }

    private static Set<String> architectures(InstanceTypeInfo type) {
        return type.processorInfo().supportedArchitecturesAsStrings().stream().collect(toSet());
    }

    private static Instance instance(software.amazon.awssdk.services.ec2.model.Instance seen) {
        return new Instance(
                seen.instanceId(),
                seen.instanceTypeAsString(),
                Instance.State.valueOf(seen.state().nameAsString().toUpperCase(Locale.ROOT)),
                seen.architectureAsString(),
                seen.rootDeviceType() == DeviceType.INSTANCE_STORE,
                seen.tags().stream().collect(toMap(Tag::key, Tag::value)));
    }

    private static Filter filter(String name, String... values) {
        return Filter.builder().name(name).values(values).build();
    }
}
