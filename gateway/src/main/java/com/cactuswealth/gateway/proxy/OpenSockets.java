package com.cactuswealth.gateway.proxy;

import com.cactuswealth.gateway.services.SocketConfig;
import com.cactuswealth.gateway.session.Caller;
import com.cactuswealth.gateway.session.SignOuts;
import com.cactuswealth.platform.problem.Problem;
import io.quarkus.runtime.StartupEvent;
import io.quarkus.virtual.threads.VirtualThreads;
import io.vertx.core.Vertx;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.Collectors;
import org.jboss.logging.Logger;

/**
 * The WebSockets that are open at this gateway or about to be: never too many, nor too many of one user, and none for longer
 * than its session, wherever that ends. That is looked up, for all at once, because Redis forgets its subscribers when it
 * restarts.
 */
@Singleton
class OpenSockets {

    private static final Logger LOG = Logger.getLogger(OpenSockets.class);

    private final SocketConfig config;
    private final SignOuts signOuts;
    private final ExecutorService virtualThreads;
    private final Set<Socket> open = ConcurrentHashMap.newKeySet();
    private final AtomicBoolean looking = new AtomicBoolean();

    OpenSockets(SocketConfig config, SignOuts signOuts, @VirtualThreads ExecutorService virtualThreads) {
        this.config = config;
        this.signOuts = signOuts;
        this.virtualThreads = virtualThreads;
    }

    void start(@Observes StartupEvent started, Vertx vertx) {
        vertx.setPeriodic(config.signOutCheck().toMillis(), tick -> look());
    }

    /** A place for one more, or a problem. {@code close} is called when its session is over. */
    Socket add(Caller caller, String address, Runnable close) {
        var socket = new Socket(caller, address, close);
        synchronized (open) {
            if (open.size() >= config.total()) {
                throw Problem.unavailable("sockets.tooMany", Duration.ofSeconds(5));
            }
            if (count(socket.owner) >= config.perUser() || count(claimed(caller, address)) >= config.perUser()) {
                throw Problem.tooManyRequests("sockets.tooManyOfUser", Duration.ofSeconds(5));
            }
            open.add(socket);
        }
        return socket;
    }

    /** The service has accepted it, so its caller is who it claims to be. */
    void accepted(Socket socket) {
        socket.owner = claimed(socket.caller, socket.address);
    }

    void remove(Socket socket) {
        open.remove(socket);
    }

    int count() {
        return open.size();
    }

    private long count(Object owner) {
        return open.stream().filter(socket -> socket.owner.equals(owner)).count();
    }

    private static Object claimed(Caller caller, String address) {
        return switch (caller) {
            case Caller.Browser browser -> browser.user();
            case Caller.Program program -> program.user();
            case Caller.Stranger stranger -> new Address(address);
        };
    }

    private void look() {
        if (!open.isEmpty() && looking.compareAndSet(false, true)) {
            virtualThreads.execute(() -> {
                try {
                    closeSignedOut();
                } catch (Problem unavailable) {
                    LOG.debug("Who has signed out is looked up again later");
                } finally {
                    looking.set(false);
                }
            });
        }
    }

    private void closeSignedOut() {
        var bySession = open.stream()
                .filter(socket -> socket.caller instanceof Caller.Browser)
                .collect(Collectors.groupingBy(socket -> ((Caller.Browser) socket.caller).session()));
        signOuts.over(bySession.keySet())
                .forEach(session -> bySession.get(session).forEach(Socket::close));

        var byProgram = open.stream()
                .filter(socket -> socket.caller instanceof Caller.Program)
                .collect(Collectors.groupingBy(socket -> ((Caller.Program) socket.caller).user()));
        var everywhere = signOuts.everywhere(byProgram.keySet());
        byProgram.forEach(
                (user, sockets) -> sockets.forEach(socket -> socket.compare(everywhere.getOrDefault(user, ""))));
    }

    private record Address(String text) {}

    /** One of them. */
    static final class Socket {

        private final Caller caller;
        private final String address;
        private final Runnable close;
        private volatile Object owner;
        private String lastSignOut;

        private Socket(Caller caller, String address, Runnable close) {
            this.caller = caller;
            this.address = address;
            this.close = close;
            // A program may claim to be anybody, and must not use up that one's sockets.
            owner = caller instanceof Caller.Browser ? claimed(caller, address) : new Address(address);
        }

        private void close() {
            close.run();
        }

        /** The first look finds what was before. */
        private void compare(String signOut) {
            if (lastSignOut != null && !Objects.equals(lastSignOut, signOut)) {
                close();
            }
            lastSignOut = signOut;
        }
    }
}
