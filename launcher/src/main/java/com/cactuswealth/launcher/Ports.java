package com.cactuswealth.launcher;

import com.cactuswealth.servers.FreePort;
import com.cactuswealth.servers.Programs;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;

/** Who listens where. Only the gateway's port matters to people, so only that one is insisted on. */
record Ports(Map<Service, Integer> services, int postgres, int redis, int partner) {

    /** As lsof and ss write it. */
    private static final Pattern HOLDER = Pattern.compile("(?:^p|pid=)(\\d+)", Pattern.MULTILINE);

    private static final int POSTGRES_OFFSET = 10;
    private static final int REDIS_OFFSET = 11;
    private static final int PARTNER_OFFSET = 12;

    static Ports free() {
        var services = new EnumMap<Service, Integer>(Service.class);
        for (var service : Service.values()) {
            services.put(service, FreePort.any());
        }
        return new Ports(services, FreePort.any(), FreePort.any(), FreePort.any());
    }

    /** The gateway on exactly that port, the others on those after it or, where one is taken, on any. */
    static Ports from(int gateway) {
        if (!FreePort.isFree(gateway)) {
            throw new LauncherFailure("port " + gateway + " is taken" + holder(gateway)
                    + "; choose another with --port, for example ./cactus up --port " + (gateway + 100));
        }
        var services = new EnumMap<Service, Integer>(Service.class);
        for (var service : Service.values()) {
            services.put(service, FreePort.preferably(gateway + service.portOffset()));
        }
        return new Ports(
                services,
                FreePort.preferably(gateway + POSTGRES_OFFSET),
                FreePort.preferably(gateway + REDIS_OFFSET),
                FreePort.preferably(gateway + PARTNER_OFFSET));
    }

    int of(Service service) {
        return services.get(service);
    }

    private static String holder(int port) {
        var pid = HOLDER.matcher(Programs.output(List.of("lsof", "-nP", "-iTCP:" + port, "-sTCP:LISTEN", "-Fp"))
                .or(() -> Programs.output(List.of("ss", "-Hltnp", "sport = :" + port)))
                .orElse(""));
        if (!pid.find()) {
            return "";
        }
        var program = ProcessHandle.of(Long.parseLong(pid.group(1)))
                .flatMap(process -> process.info().command())
                .orElse("unknown program");
        return " by process " + pid.group(1) + " (" + program + ")";
    }
}
