package com.cactuswealth.launcher.demo;

import com.cactuswealth.launcher.Credentials;
import com.cactuswealth.launcher.PrivateFiles;
import com.cactuswealth.launcher.Progress;
import com.cactuswealth.launcher.Suite;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.StreamSupport;

/** People and clients to look at, made through the public API. Making them again changes nothing. */
public final class Demo {

    private static final List<Map<String, String>> ASSETS = List.of(
            Map.of("symbol", "SPY", "name", "SPDR S&P 500 ETF Trust", "type", "ETF", "currency", "USD"),
            Map.of("symbol", "AL30", "name", "Bono República Argentina USD 2030", "type", "BOND", "currency", "USD"));

    private final Suite suite;
    private final Progress progress;

    public Demo(Suite suite, Progress progress) {
        this.suite = suite;
        this.progress = progress;
    }

    /** Makes what is missing and writes how to sign in to {@code demo.json} in the directory. */
    public Path prepare(Path directory) {
        var administrator = new DemoUser("ADMIN", "", "Administración", suite.administrator());
        var manager = user("MANAGER", "", "Marta Ferrari");
        var ana = user("ADVISOR", "SENIOR", "Ana Suárez");
        var bruno = user("ADVISOR", "JUNIOR", "Bruno Medina");

        var file = directory.resolve("demo.json");
        writeSignIns(file, List.of(administrator, manager, ana, bruno));

        var admin = Api.signIn(suite.url(), administrator.credentials());
        var managerId = register(admin, manager, "");
        for (var advisor : List.of(ana, bruno)) {
            register(admin, advisor, managerId);
        }
        makeAssets(admin);
        var clients = DemoClient.all();
        // In tens, so that each advisor has clients in every stage.
        var shares = clients.stream().collect(Collectors.partitioningBy(client -> client.number() / 10 % 2 == 0));
        var made = makeClients(ana, shares.get(true)) + makeClients(bruno, shares.get(false));
        if (made > 0) {
            progress.say("Demo data: 4 users, " + clients.size() + " clients in every stage of the pipeline");
        }
        return file;
    }

    private DemoUser user(String role, String grade, String name) {
        var username = name.split(" ", 2)[0].toLowerCase(Locale.ROOT);
        var credentials = new Credentials(username + "@cactus.example", username, suite.password("demo." + username));
        return new DemoUser(role, grade, name, credentials);
    }

    private void writeSignIns(Path file, List<DemoUser> users) {
        var content = Map.of(
                "url",
                suite.url().toString(),
                "users",
                users.stream()
                        .map(user -> Map.of(
                                "role", user.role(),
                                "email", user.credentials().email(),
                                "username", user.credentials().username(),
                                "password", user.credentials().password()))
                        .toList());
        PrivateFiles.write(
                file,
                writer -> new JsonMapper().writerWithDefaultPrettyPrinter().writeValue(writer, content));
    }

    private static String register(Api admin, DemoUser user, String managerId) {
        var username = user.credentials().username();
        for (var known : admin.get("/api/v1/users?q=" + Api.encode(username)).path("items")) {
            if (known.path("username").asText().equals(username)) {
                return known.path("id").asText();
            }
        }
        var request = new HashMap<>(Map.of(
                "email", user.credentials().email(),
                "username", username,
                "name", user.name(),
                "password", user.credentials().password(),
                "role", user.role()));
        if (!user.grade().isEmpty()) {
            request.put("grade", user.grade());
        }
        if (!managerId.isEmpty()) {
            request.put("managerId", managerId);
        }
        return admin.post("/api/v1/users", request).path("id").asText();
    }

    private static void makeAssets(Api admin) {
        for (var asset : ASSETS) {
            var symbol = asset.get("symbol");
            var known = admin.get("/api/v1/assets?q=" + Api.encode(symbol)).path("items");
            if (values(known, "symbol").stream().noneMatch(symbol::equals)) {
                admin.post("/api/v1/assets", asset);
            }
        }
    }

    private int makeClients(DemoUser advisor, List<DemoClient> clients) {
        var api = Api.signIn(suite.url(), advisor.credentials());
        var known = emails(api);
        var made = 0;
        for (var client : clients) {
            if (known.contains(client.email())) {
                continue;
            }
            var id = api.patiently("POST", "/api/v1/clients", client.request())
                    .path("id")
                    .asText();
            if (!client.stage().equals("PROSPECT")) {
                api.put("/api/v1/clients/" + id + "/stage", Map.of("stage", client.stage()));
            }
            if (client.invests()) {
                var portfolio = Map.of("name", "Cartera de " + client.firstName(), "currency", "USD");
                api.patiently("POST", "/api/v1/clients/" + id + "/portfolios", portfolio);
            }
            made++;
        }
        return made;
    }

    private static Set<String> emails(Api api) {
        var emails = new HashSet<String>();
        var next = "";
        do {
            var page = api.patiently("GET", "/api/v1/clients?limit=100" + next, null);
            emails.addAll(values(page.path("items"), "email"));
            next = page.path("nextCursor").isTextual()
                    ? "&cursor=" + Api.encode(page.path("nextCursor").asText())
                    : "";
        } while (!next.isEmpty());
        return emails;
    }

    private static List<String> values(JsonNode items, String field) {
        return StreamSupport.stream(items.spliterator(), false)
                .map(item -> item.path(field).asText())
                .toList();
    }
}
