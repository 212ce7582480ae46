package com.cactuswealth.notifications.live;

import com.cactuswealth.platform.testing.TestEvents;
import com.cactuswealth.platform.testing.TestUser;
import java.util.Map;
import java.util.UUID;

/** An instance of a newer version, which tells the others of the notifications that it wrote. */
final class OtherInstance {

    private OtherInstance() {}

    static void sent(TestEvents events, UUID id, TestUser user, String text) {
        events.happened(
                "notification-service",
                "notification.sent",
                id,
                TestUser.ADMIN,
                Map.of(
                        "id",
                        id.toString(),
                        "userId",
                        user.id().toString(),
                        "kind",
                        "FROM_THE_FUTURE",
                        "title",
                        "Título",
                        "text",
                        text,
                        "link",
                        "/x",
                        "createdAt",
                        "2026-01-01T00:00:00Z",
                        "addedLater",
                        1));
    }
}
