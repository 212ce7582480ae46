package com.cactuswealth.notifications.inbox;

import com.cactuswealth.platform.paging.Page;
import jakarta.validation.constraints.NotNull;
import java.util.List;

/**
 * One page of an inbox, as {@link Page} with one thing more.
 *
 * @param total how many the whole list has, of those asked for
 * @param unread how many of the inbox are unread, whatever was asked for
 */
record InboxPage(
        @NotNull List<NotificationView> items,
        String nextCursor,
        @NotNull long total,
        @NotNull long unread) {

    static InboxPage of(Page<NotificationView> page, long unread) {
        return new InboxPage(page.items(), page.nextCursor(), page.total(), unread);
    }
}
