package com.cactuswealth.launcher.demo;

import com.cactuswealth.launcher.Credentials;
import com.cactuswealth.launcher.Progress;
import com.cactuswealth.launcher.Suite;
import com.cactuswealth.launcher.demo.DemoFile.SignIn;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;
import java.util.stream.Stream;

/**
 * A firm to look at, made through the public API. It is made once: what was left out by a start that died is made by the
 * next, and what people changed since stays as they left it.
 */
public final class Demo {

    private final Suite suite;
    private final String partner;
    private final Progress progress;

    /** @param partner who receives the firm's webhooks */
    public Demo(Suite suite, String partner, Progress progress) {
        this.suite = suite;
        this.partner = partner;
        this.progress = progress;
    }

    /** Makes what is missing and writes how to sign in to {@code demo.json} in the directory. */
    public Path prepare(Path directory) {
        var file = directory.resolve("demo.json");
        var former = DemoFile.read(file);
        var url = suite.url().toString();
        var users = users();
        new DemoFile(url, users, former.partner(), former.completeFor()).write(file);

        var administrator = Api.signIn(suite.url(), suite.administrator());
        var endpoints = new DemoEndpoints(administrator);
        if (!former.partner().isEmpty() && !former.partner().equals(partner)) {
            endpoints.follow(former.partner(), partner);
        }
        new DemoFile(url, users, partner, former.completeFor()).write(file);

        var firm = administrator.get("/api/v1/users/me").path("id").asText();
        if (!firm.equals(former.completeFor())) {
            make(administrator, endpoints);
            new DemoFile(url, users, partner, firm).write(file);
        }
        return file;
    }

    private List<SignIn> users() {
        var administrator = signIn("ADMIN", suite.administrator());
        var others =
                Colleague.ALL.stream().map(colleague -> signIn(colleague.role(), credentials(colleague.username())));
        return Stream.concat(Stream.of(administrator), others).toList();
    }

    private static SignIn signIn(String role, Credentials credentials) {
        return new SignIn(role, credentials.email(), credentials.username(), credentials.password());
    }

    private Credentials credentials(String username) {
        return new Credentials(username + "@cactus.example", username, suite.password("demo." + username));
    }

    private void make(Api administrator, DemoEndpoints endpoints) {
        var clientele = Clientele.asOf(LocalDate.now(BusinessDays.ZONE));
        var firm = new Firm(administrator);
        var owners = firm.register(Colleague.ALL, colleague -> credentials(colleague.username()));
        firm.makeAssets();
        var clients = firm.take(clientele.longKnown(), owners);
        // Partners who join now are not told a year's history.
        endpoints.register(partner);
        var signedIn = new ConcurrentHashMap<String, Api>();
        Function<String, Api> signIn = username ->
                signedIn.computeIfAbsent(username, somebody -> Api.signIn(suite.url(), credentials(somebody)));
        firm.openPortfolios(clientele.longKnown(), clients, signIn);
        Today.of(clientele).happen(clients, owners, signIn);
        progress.say("Demo data: %d users, %d clients over a year, %d webhook endpoints"
                .formatted(users().size(), clientele.size(), DemoEndpoints.COUNT));
    }
}
