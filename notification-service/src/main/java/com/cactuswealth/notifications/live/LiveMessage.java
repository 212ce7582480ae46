package com.cactuswealth.notifications.live;

import com.cactuswealth.notifications.inbox.NotificationView;
import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import io.quarkus.runtime.annotations.RegisterForReflection;

/** What the server says on a socket; {@code type} tells which. */
@JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "type")
@JsonSubTypes({
    @JsonSubTypes.Type(value = LiveMessage.Notified.class, name = "notification"),
    @JsonSubTypes.Type(value = LiveMessage.Ready.class, name = "ready"),
    @JsonSubTypes.Type(value = LiveMessage.ResumeIncomplete.class, name = "resume_incomplete"),
    @JsonSubTypes.Type(value = LiveMessage.Pong.class, name = "pong"),
    @JsonSubTypes.Type(value = LiveMessage.Refused.class, name = "error")
})
@RegisterForReflection
sealed interface LiveMessage {

    /** Replayed or live; a client that resumes knows those it has by their ids. */
    @RegisterForReflection
    record Notified(NotificationView notification) implements LiveMessage {}

    /** The replay is over and everything from now on is live. */
    @RegisterForReflection
    record Ready(long unread) implements LiveMessage {}

    /** There was more than is replayed, or the client's last notification is unknown: load the list anew. */
    @RegisterForReflection
    record ResumeIncomplete() implements LiveMessage {}

    @RegisterForReflection
    record Pong() implements LiveMessage {}

    @RegisterForReflection
    record Refused(String message) implements LiveMessage {}
}
