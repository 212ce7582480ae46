package com.cactuswealth.webhooks.endpoint;

import com.cactuswealth.platform.events.Outbox;
import com.cactuswealth.platform.identity.Ids;
import com.cactuswealth.platform.message.Message;
import com.cactuswealth.platform.patch.Versions;
import com.cactuswealth.platform.problem.Problem;
import com.cactuswealth.platform.secrecy.SecretBox;
import com.cactuswealth.platform.signature.SigningSecret;
import com.cactuswealth.webhooks.WebhooksConfig;
import com.cactuswealth.webhooks.egress.Egress;
import com.cactuswealth.webhooks.egress.InvalidUrlException;
import com.cactuswealth.webhooks.egress.Target;
import com.cactuswealth.webhooks.eventtype.EventTypes;
import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.persistence.LockModeType;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.regex.Pattern;
import org.jboss.logging.Logger;

/** Changes endpoints; every change is in force on this instance when the call returns. */
@ApplicationScoped
public class EndpointService {

    private static final Logger LOG = Logger.getLogger(EndpointService.class);

    /** RFC 6901; Jackson's own compiler takes more. */
    private static final Pattern JSON_POINTER = Pattern.compile("(/([^~/]|~[01])*+)++");

    private final Endpoints endpoints;
    private final Subscriptions subscriptions;
    private final EventTypes eventTypes;
    private final Egress egress;
    private final SecretBox box;
    private final Outbox outbox;
    private final Event<EndpointClosed> closed;
    private final WebhooksConfig config;
    private final Ids ids;
    private final Clock clock;

    EndpointService(
            Endpoints endpoints,
            Subscriptions subscriptions,
            EventTypes eventTypes,
            Egress egress,
            SecretBox box,
            Outbox outbox,
            Event<EndpointClosed> closed,
            WebhooksConfig config,
            Ids ids,
            Clock clock) {
        this.endpoints = endpoints;
        this.subscriptions = subscriptions;
        this.eventTypes = eventTypes;
        this.egress = egress;
        this.box = box;
        this.outbox = outbox;
        this.closed = closed;
        this.config = config;
        this.ids = ids;
        this.clock = clock;
    }

    EndpointView create(EndpointRequest request, UUID creator) {
        var url = checkedUrl(request.url());
        checkEventTypes(request.eventTypes());
        checkFilter(request.filter());
        var secret = SigningSecret.generate();
        return change(() -> {
            var endpoint = new Endpoint(ids.next(), url, request, box.seal(secret), creator, clock.instant());
            endpoints.persistAndFlush(endpoint);
            return EndpointView.of(endpoint, SigningSecret.toText(secret));
        });
    }

    /** @param ifMatch the entity tag of what the caller has seen, or null to change whatever is there */
    EndpointView change(UUID id, EndpointPatch patch, String ifMatch) {
        var url = patch.url() == null ? null : checkedUrl(patch.url());
        if (patch.eventTypes() != null) {
            checkEventTypes(patch.eventTypes());
        }
        checkFilter(patch.filter());
        return change(() -> {
            var endpoint = endpoints.lock(id);
            Versions.check(ifMatch, endpoint.version());
            var wasDisabled = endpoint.state() == EndpointState.DISABLED;
            endpoint.change(url, patch, clock.instant());
            endpoints.flush();
            if (endpoint.state() == EndpointState.DISABLED) {
                closed.fire(new EndpointClosed(id));
            } else if (wasDisabled) {
                endpoints.forgive(endpoint);
            }
            return EndpointView.of(endpoint);
        });
    }

    RotatedSecret rotate(UUID id) {
        var secret = SigningSecret.generate();
        return change(() -> {
            var now = clock.instant();
            var previousUntil = now.plus(config.secretOverlap());
            endpoints.lock(id).rotate(box.seal(secret), previousUntil, now);
            return new RotatedSecret(SigningSecret.toText(secret), previousUntil);
        });
    }

    void delete(UUID id) {
        change(() -> {
            endpoints.delete(endpoints.lock(id));
            closed.fire(new EndpointClosed(id));
            return id;
        });
    }

    /** Disables an endpoint because of how it answers, and tells so; nothing when it is disabled or gone already. */
    public void disable(UUID id, DisabledReason reason) {
        change(() -> {
            var endpoint = endpoints.findById(id, LockModeType.PESSIMISTIC_WRITE);
            if (endpoint == null || endpoint.state() == EndpointState.DISABLED) {
                return id;
            }
            endpoint.disable(reason, clock.instant());
            closed.fire(new EndpointClosed(id));
            outbox.append(
                    "webhook.endpoint_disabled",
                    id,
                    null,
                    new EndpointDisabled(id, endpoint.url(), reason, endpoint.createdBy()));
            LOG.warnf("Endpoint %s is disabled: %s", id, reason);
            return id;
        });
    }

    private <T> T change(Callable<T> change) {
        var result = QuarkusTransaction.requiringNew().call(change);
        subscriptions.refresh();
        return result;
    }

    /** The URL in ASCII, as it is kept. */
    private String checkedUrl(String url) {
        try {
            var ascii = Target.toAscii(url);
            if (ascii.length() > EndpointRequest.LONGEST_URL) {
                throw Problem.invalid("url", Message.of("url.tooLong").with("max", EndpointRequest.LONGEST_URL));
            }
            egress.check(Target.parse(ascii));
            return ascii;
        } catch (InvalidUrlException refused) {
            throw Problem.invalid("url", refused.reason());
        }
    }

    private void checkEventTypes(List<String> patterns) {
        for (var pattern : patterns) {
            if (!eventTypes.anyIsMeantBy(pattern)) {
                throw Problem.invalid(
                        "eventTypes", Message.of("eventTypes.unknown").with("pattern", pattern));
            }
        }
    }

    private static void checkFilter(Map<String, List<String>> filter) {
        if (filter == null) {
            return;
        }
        for (var pointer : filter.keySet()) {
            if (!JSON_POINTER.matcher(pointer).matches()) {
                throw Problem.invalid("filter", Message.of("filter.pointer").with("pointer", pointer));
            }
        }
    }
}
