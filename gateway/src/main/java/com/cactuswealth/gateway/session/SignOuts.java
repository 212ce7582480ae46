package com.cactuswealth.gateway.session;

import jakarta.inject.Singleton;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Tells who has signed out, at whichever gateway. Every question blocks, and fails with a problem while Redis is away. */
@Singleton
public class SignOuts {

    private final SessionStore store;

    SignOuts(SessionStore store) {
        this.store = store;
    }

    /** Those of the browser sessions that are over; mostly none, and that takes one look. */
    public List<String> over(Set<String> sessions) {
        return sessions.isEmpty() || store.count(sessions) == sessions.size() ? List.of() : store.over(sessions);
    }

    /** For each of the users that has signed out everywhere lately, what changes when that happens again. */
    public Map<String, String> everywhere(Collection<String> users) {
        return users.isEmpty() ? Map.of() : store.signedOut(List.copyOf(users));
    }
}
