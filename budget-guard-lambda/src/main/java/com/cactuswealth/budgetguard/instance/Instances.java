package com.cactuswealth.budgetguard.instance;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** The instances that the guard may act on, and what it may do to them. */
public interface Instances {

    /** All with the project's tag and its owner's consent, unless they end or have ended. */
    List<Instance> targets();

    void stop(String id);

    void start(String id);

    /** Only a stopped one can be changed. */
    void changeType(String id, String type);

    Health health(String id);

    void tag(String id, Map<String, String> tags);

    void untag(String id, Collection<String> keys);

    /** The architectures of each of the types that AWS knows in this region. */
    Map<String, Set<String>> architectures(Collection<String> types);
}
