package com.cactuswealth.notifications.inbox;

import com.cactuswealth.platform.access.Viewer;
import com.cactuswealth.platform.paging.Cursor;
import com.cactuswealth.platform.paging.Page;
import com.cactuswealth.platform.paging.PagedList;
import io.quarkus.security.Authenticated;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.transaction.Transactional;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import java.time.Clock;
import java.util.Optional;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestHeader;
import org.jboss.resteasy.reactive.RestPath;
import org.jboss.resteasy.reactive.RestQuery;

/** A user's own inbox, whatever their role; another's notifications do not exist for them. */
@Path("/api/v1/notifications")
@RunOnVirtualThread
@Authenticated
@Tag(name = "Notifications")
class NotificationResource {

    private final Notifications notifications;
    private final Viewer viewer;
    private final Clock clock;

    NotificationResource(Notifications notifications, Viewer viewer, Clock clock) {
        this.notifications = notifications;
        this.viewer = viewer;
        this.clock = clock;
    }

    @GET
    @Operation(summary = "List notifications", description = "The caller's own, the newest first.")
    @Transactional
    public InboxPage list(
            @RestQuery @DefaultValue("false") boolean unread,
            @RestQuery @DefaultValue("50") @Min(1) @Max(Page.MAX_LIMIT) int limit,
            @RestQuery Optional<String> cursor,
            @RestHeader("Accept-Language") String acceptLanguage) {
        var language = Language.of(acceptLanguage);
        var user = viewer.id();
        var list = PagedList.of("notifications", unread);
        var before = list.after(cursor, 1).map(last -> last.number(0)).orElse(Long.MAX_VALUE);
        var page = Page.of(
                list,
                notifications.before(user, before, unread, limit + 1),
                limit,
                notifications.count(user, unread),
                notification -> notification.view(language),
                notification -> Cursor.of(notification.position()));
        return InboxPage.of(page, unread ? page.total() : notifications.count(user, true));
    }

    record UnreadCount(@NotNull long unread) {}

    @GET
    @Path("/unread-count")
    @Operation(
            summary = "Count unread notifications",
            description = "How many of the caller's notifications are unread.")
    @Transactional
    public UnreadCount unreadCount() {
        return new UnreadCount(notifications.count(viewer.id(), true));
    }

    @PUT
    @Path("/{id}/read")
    @Operation(summary = "Mark a notification as read", description = "It stays in the list.")
    @Transactional
    public void read(@RestPath UUID id) {
        notifications.get(viewer.id(), id).read(clock.instant());
    }

    @PUT
    @Path("/read")
    @Operation(summary = "Mark all notifications as read", description = "They stay in the list.")
    @Transactional
    public void readAll() {
        notifications.readAll(viewer.id(), clock.instant());
    }

    @DELETE
    @Path("/{id}")
    @Operation(summary = "Delete a notification", description = "It leaves the caller's list.")
    @Transactional
    public void remove(@RestPath UUID id) {
        notifications.delete(notifications.get(viewer.id(), id));
    }
}
