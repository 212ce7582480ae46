package com.cactuswealth.budgetguard.policy;

import java.util.List;
import java.util.Map;

/**
 * What IAM decides on.
 *
 * @param action such as {@code ec2:StopInstances}
 * @param resource an ARN, or {@code *} for actions that know no resource
 * @param context the values of condition keys; a key that is not there is absent
 */
record IamRequest(String action, String resource, Map<String, List<String>> context) {

    IamRequest(String action, String resource) {
        this(action, resource, Map.of());
    }
}
