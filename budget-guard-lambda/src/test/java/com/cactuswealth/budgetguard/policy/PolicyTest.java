package com.cactuswealth.budgetguard.policy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PolicyTest {

    private static final String INSTANCE = "arn:aws:ec2:us-east-1:123456789012:instance/i-1";
    private static final Map<String, List<String>> TAGGED =
            Map.of("aws:ResourceTag/Project", List.of("cactus"), "ec2:ResourceTag/Project", List.of("cactus"));

    @Test
    void nothingIsAllowedThatNoStatementAllows() {
        var policy = policy("""
                {"Effect": "Allow", "Action": "ec2:StopInstances", "Resource": "*"}""");

        assertThat(policy.allows(new IamRequest("ec2:StopInstances", INSTANCE))).isTrue();
        assertThat(policy.allows(new IamRequest("ec2:StartInstances", INSTANCE)))
                .isFalse();
    }

    @Test
    void aStatementThatDeniesWins() {
        var policy = policy("""
                {"Effect": "Allow", "Action": "ec2:*", "Resource": "*"},
                {"Effect": "Deny", "Action": "ec2:TerminateInstances", "Resource": "*"}""");

        assertThat(policy.allows(new IamRequest("ec2:StopInstances", INSTANCE))).isTrue();
        assertThat(policy.allows(new IamRequest("ec2:TerminateInstances", INSTANCE)))
                .isFalse();
    }

    @Test
    void actionsIgnoreCaseAndHaveWildcards() {
        var policy = policy("""
                {"Effect": "Allow", "Action": ["EC2:describe*", "sns:Get?opicAttributes"], "Resource": "*"}""");

        assertThat(policy.allows(new IamRequest("ec2:DescribeInstances", "*"))).isTrue();
        assertThat(policy.allows(new IamRequest("sns:GetTopicAttributes", "arn:aws:sns:us-east-1:123456789012:t")))
                .isTrue();
        assertThat(policy.allows(new IamRequest("ec2:StopInstances", INSTANCE))).isFalse();
    }

    @Test
    void resourcesMindCaseAndHaveWildcards() {
        var policy = policy("""
                {"Effect": "Allow", "Action": "s3:GetObject", "Resource": "arn:aws:s3:::Bucket/20??/*"}""");

        assertThat(policy.allows(new IamRequest("s3:GetObject", "arn:aws:s3:::Bucket/2026/a/b")))
                .isTrue();
        assertThat(policy.allows(new IamRequest("s3:GetObject", "arn:aws:s3:::bucket/2026/a")))
                .isFalse();
        assertThat(policy.allows(new IamRequest("s3:GetObject", "arn:aws:s3:::Bucket/1926/a")))
                .isFalse();
    }

    /** The old system's mistake: Describe knows no resource, so it has no tags, so the condition never holds. */
    @Test
    void anActionWithoutResourceHasNoTags() {
        var policy = policy("""
                {"Effect": "Allow", "Action": ["ec2:DescribeInstances", "ec2:StopInstances"], "Resource": "*",
                 "Condition": {"StringEquals": {"aws:ResourceTag/Project": "cactus"}}}""");

        assertThat(policy.allows(new IamRequest("ec2:DescribeInstances", "*"))).isFalse();
        assertThat(policy.allows(new IamRequest("ec2:StopInstances", INSTANCE, TAGGED)))
                .isTrue();
    }

    @Test
    void everyKeyOfAConditionMustHoldAndOneOfItsValues() {
        var policy = policy("""
                {"Effect": "Allow", "Action": "ec2:StopInstances", "Resource": "*", "Condition":
                 {"StringEquals": {"aws:ResourceTag/Project": ["other", "cactus"]},
                  "StringLike": {"ec2:ResourceTag/Name": "cactus-*"}}}""");

        assertThat(policy.allows(new IamRequest("ec2:StopInstances", INSTANCE, TAGGED)))
                .isFalse();
        assertThat(policy.allows(new IamRequest(
                        "ec2:StopInstances",
                        INSTANCE,
                        Map.of(
                                "aws:ResourceTag/Project",
                                List.of("cactus"),
                                "ec2:ResourceTag/Name",
                                List.of("cactus-1")))))
                .isTrue();
    }

    @Test
    void onlyStringLikeKnowsWildcards() {
        var policy = policy("""
                {"Effect": "Allow", "Action": "ec2:StopInstances", "Resource": "*",
                 "Condition": {"StringEquals": {"aws:ResourceTag/Project": "c*"}}}""");

        assertThat(policy.allows(new IamRequest("ec2:StopInstances", INSTANCE, TAGGED)))
                .isFalse();
    }

    @Test
    void everyTagKeyMustBeAmongThoseAllowed() {
        var policy = policy("""
                {"Effect": "Allow", "Action": "ec2:CreateTags", "Resource": "*",
                 "Condition": {"ForAllValues:StringEquals": {"aws:TagKeys": ["a", "b"]}}}""");

        assertThat(policy.allows(tagging("a", "b"))).isTrue();
        assertThat(policy.allows(tagging("a", "Project"))).isFalse();
        // As AWS warns: for no keys at all, the condition holds.
        assertThat(policy.allows(tagging())).isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{'Effect': 'Allow', 'NotAction': 'ec2:*', 'Resource': '*'}",
                "{'Effect': 'Allow', 'Action': 'ec2:*', 'NotResource': '*'}",
                "{'Effect': 'Allow', 'Action': 'ec2:*', 'Resource': '*', 'Principal': '*'}",
                "{'Effect': 'allow', 'Action': 'ec2:*', 'Resource': '*'}",
                "{'Effect': 'Allow', 'Action': 'ec2:*'}",
                "{'Effect': 'Allow', 'Action': [], 'Resource': '*'}",
                "{'Effect': 'Allow', 'Action': 'ec2:*', 'Resource': 'arn:aws:ec2:::${aws:username}'}",
                "{'Effect': 'Allow', 'Action': 'a:b', 'Resource': '*', 'Condition': {'Bool': {'aws:SecureTransport': 'true'}}}",
                "{'Effect': 'Allow', 'Action': 'a:b', 'Resource': '*', 'Condition': {'StringEquals': {'aws:username': 'x'}}}",
                "{'Effect': 'Allow', 'Action': 'a:b', 'Resource': '*', 'Condition': {'StringEquals': {'aws:TagKeys': 'x'}}}",
                "{'Effect': 'Allow', 'Action': 'a:b', 'Resource': '*', 'Condition': {'ForAnyValue:StringEquals': {'aws:TagKeys': 'x'}}}"
            })
    void whatIsNotKnownIsRefused(String statement) {
        assertThatThrownBy(() -> policy(statement.replace('\'', '"')))
                .isInstanceOf(Unknown.class)
                .hasMessageStartingWith("unknown: ");
    }

    @Test
    void theOldLanguageIsRefused() throws JsonProcessingException {
        var old = new ObjectMapper().readTree("{\"Version\": \"2008-10-17\", \"Statement\": []}");

        assertThatThrownBy(() -> Policy.of(old)).hasMessage("unknown: the version \"2008-10-17\"");
    }

    private static IamRequest tagging(String... keys) {
        return new IamRequest("ec2:CreateTags", INSTANCE, Map.of("aws:TagKeys", List.of(keys)));
    }

    private static Policy policy(String statements) {
        try {
            return Policy.of(
                    new ObjectMapper().readTree("{\"Version\": \"2012-10-17\", \"Statement\": [" + statements + "]}"));
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException(e);
        }
    }
}
