package com.cactuswealth.platform.patch;

import com.cactuswealth.platform.message.Message;
import com.cactuswealth.platform.problem.Problem;
import com.cactuswealth.platform.problem.ProblemType;
import jakarta.ws.rs.core.EntityTag;

/** Entity tags made from a row's version, so that two people who edit the same thing notice. */
public final class Versions {

    private Versions() {}

    public static EntityTag tag(int version) {
        return new EntityTag(Integer.toString(version));
    }

    /**
     * Refuses when the caller edits a version that is no longer there.
     *
     * @param ifMatch the {@code If-Match} header: a list of entity tags or {@code *}; null when the caller does not care
     * @throws Problem changed meanwhile; invalid input when the header is neither
     */
    public static void check(String ifMatch, int version) {
        if (ifMatch == null) {
            return;
        }
        if (!EntityTags.ofIfMatch(ifMatch).contain(tag(version))) {
            throw Problem.of(
                    ProblemType.CHANGED_MEANWHILE,
                    Message.of("changedMeanwhile").with("version", version));
        }
    }
}
