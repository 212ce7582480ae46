package com.cactuswealth.launcher;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.jar.Attributes;
import java.util.jar.JarOutputStream;
import java.util.jar.Manifest;

/** Behaves like a service as far as the launcher can see, so that the launcher is tested by itself. */
public final class FakeService {

    private FakeService() {}

    public static void main(String[] arguments) throws IOException {
        if (System.getenv("FAKE_FAILURE") != null) {
            System.out.println("starting");
            System.out.println("ERROR cannot start: " + System.getenv("FAKE_FAILURE"));
            System.exit(1);
        }
        var address = new InetSocketAddress(
                InetAddress.getByName(System.getenv("QUARKUS_HTTP_HOST")),
                Integer.parseInt(System.getenv("QUARKUS_HTTP_PORT")));
        var server = HttpServer.create(address, 0);
        server.createContext("/", exchange -> {
            var path = exchange.getRequestURI().getPath();
            if (path.equals("/crash")) {
                System.out.println("java.lang.IllegalStateException: told to crash");
                Runtime.getRuntime().halt(3);
            }
            var body = path.equals("/issuer") ? System.getenv("CACTUS_ISSUER") : "";
            var bytes = body.getBytes(StandardCharsets.UTF_8);
            exchange.sendResponseHeaders(200, bytes.length == 0 ? -1 : bytes.length);
            exchange.getResponseBody().write(bytes);
            exchange.close();
        });
        server.start();
        System.out.println("fake started in 0.123s");
    }

    /** A working copy in which that service is built. */
    static void install(Project project, Service service) throws IOException {
        var manifest = new Manifest();
        var classes = FakeService.class.getProtectionDomain().getCodeSource().getLocation();
        manifest.getMainAttributes().put(Attributes.Name.MANIFEST_VERSION, "1.0");
        manifest.getMainAttributes().put(Attributes.Name.MAIN_CLASS, FakeService.class.getName());
        manifest.getMainAttributes().put(Attributes.Name.CLASS_PATH, classes.toString());
        Path jar = project.jar(service.module());
        Files.createDirectories(jar.getParent());
        try (var out = Files.newOutputStream(jar)) {
            new JarOutputStream(out, manifest).close();
        }
    }
}
