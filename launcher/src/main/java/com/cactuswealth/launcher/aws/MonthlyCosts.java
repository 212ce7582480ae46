package com.cactuswealth.launcher.aws;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** What a month costs by AWS' list of prices: {@code terraform/costs.tsv}. */
public record MonthlyCosts(String prices, List<Row> rows) {

    /** One kind of resource, in USD. */
    public record Row(String resource, BigDecimal dev, BigDecimal production, String reckoning) {}

    public static MonthlyCosts read(Path terraform) {
        try {
            var lines = Files.readAllLines(terraform.resolve("costs.tsv"));
            var rows = lines.stream()
                    .filter(line -> !line.startsWith("#"))
                    .skip(1)
                    .map(line -> line.split("\t", -1))
                    .map(cells -> new Row(cells[0], new BigDecimal(cells[1]), new BigDecimal(cells[2]), cells[3]))
                    .toList();
            return new MonthlyCosts(lines.getFirst().substring(1).strip(), rows);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    public BigDecimal dev() {
        return rows.stream().map(Row::dev).reduce(BigDecimal.ZERO, BigDecimal::add);
    }

    public BigDecimal production() {
        return rows.stream().map(Row::production).reduce(BigDecimal.ZERO, BigDecimal::add);
    }

    /** For the terminal. */
    public List<String> table() {
        var lines = new ArrayList<String>();
        lines.add("%-48s %8s %10s".formatted("USD a month", "dev", "production"));
        rows.forEach(
                row -> lines.add("%-48s %8s %10s  %s".formatted(row.resource, row.dev, row.production, row.reckoning)));
        lines.add("%-48s %8s %10s".formatted("together", dev(), production()));
        lines.add(prices);
        return List.copyOf(lines);
    }

    /** For {@code terraform/README.md} and {@code docs/aws.md}. */
    public List<String> markdown() {
        var lines = new ArrayList<String>();
        lines.add("| USD a month | dev | production | |");
        lines.add("|---|---:|---:|---|");
        rows.forEach(row ->
                lines.add("| %s | %s | %s | %s |".formatted(row.resource, row.dev, row.production, row.reckoning)));
        lines.add("| **together** | **%s** | **%s** | |".formatted(dev(), production()));
        return List.copyOf(lines);
    }
}
