package com.cactuswealth.notifications.inbox;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;

/** How long inboxes remember. */
@ConfigMapping(prefix = "cactus.inbox")
interface InboxConfig {

    /** How long a notification stays after it was read; unread ones stay. */
    @WithDefault("P90D")
    Duration keepRead();
}
