package com.cactuswealth.notifications.live;

import com.cactuswealth.notifications.inbox.NotificationView;
import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import io.quarkus.runtime.annotations.RegisterForReflection;
import java.time.Instant;
import java.util.UUID;

/** What the server says on a socket; {@code type} tells which. */
@JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "type")
@JsonSubTypes({
    @JsonSubTypes.Type(value = LiveMessage.Notified.class, name = "notification"),
    @JsonSubTypes.Type(value = LiveMessage.Ready.class, name = "ready"),
    @JsonSubTypes.Type(value = LiveMessage.ResumeIncomplete.class, name = "resume_incomplete"),
    @JsonSubTypes.Type(value = LiveMessage.Changed.class, name = "changed"),
    @JsonSubTypes.Type(value = LiveMessage.ChangedIncomplete.class, name = "changed_incomplete"),
    @JsonSubTypes.Type(value = LiveMessage.Pong.class, name = "pong"),
    @JsonSubTypes.Type(value = LiveMessage.Refused.class, name = "error")
})
@RegisterForReflection
sealed interface LiveMessage {

    /** Replayed or live; a client that resumes knows those it has by their ids. */
    @RegisterForReflection
    record Notified(NotificationView notification) implements LiveMessage {}

    /** The replay is over and everything from now on is live; what changed before was not hinted at. */
    @RegisterForReflection
    record Ready(long unread) implements LiveMessage {}

    /** There was more than is replayed, or the client's last notification is unknown: load the list anew. */
    @RegisterForReflection
    record ResumeIncomplete() implements LiveMessage {}

    /**
     * A client whom the user may see changed: ask the API what is new.
     *
     * @param event the type of event, such as {@code client.status_changed}
     * @param subject the client's id
     * @param actorId who did it, null for the system
     */
    @RegisterForReflection
    record Changed(String event, String subject, UUID actorId, Instant time) implements LiveMessage {}

    /** More changed than is told one by one: ask the API for everything on screen. */
    @RegisterForReflection
    record ChangedIncomplete() implements LiveMessage {}

    @RegisterForReflection
    record Pong() implements LiveMessage {}

    @RegisterForReflection
    record Refused(String message) implements LiveMessage {}
}
