package com.cactuswealth.benchmarks;

import com.cactuswealth.benchmarks.box.BoxBenchmark;
import com.cactuswealth.benchmarks.dashboard.DashboardBenchmark;
import com.cactuswealth.benchmarks.lambda.LambdaBenchmark;
import com.cactuswealth.benchmarks.webhooks.WebhookBenchmark;
import java.util.Arrays;
import java.util.Locale;

/** Runs the benchmark that the first argument names. */
final class Benchmarks {

    private Benchmarks() {}

    static void main(String[] arguments) throws Exception {
        Locale.setDefault(Locale.ROOT);
        var name = arguments.length == 0 ? "" : arguments[0];
        var rest = Arrays.copyOfRange(arguments, Math.min(1, arguments.length), arguments.length);
        switch (name) {
            case "box" -> BoxBenchmark.run(rest);
            case "dashboard" -> DashboardBenchmark.run();
            case "lambda" -> LambdaBenchmark.run(rest);
            case "webhooks" -> WebhookBenchmark.run(rest);
            default -> {
                System.err.println("No benchmark \"" + name + "\"; there are: box, dashboard, lambda, webhooks");
                System.exit(2);
            }
        }
    }
}
