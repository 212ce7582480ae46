package com.cactuswealth.launcher.command;

import static org.assertj.core.api.Assertions.assertThat;

import com.cactuswealth.launcher.Project;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import picocli.CommandLine;

class CactusTest {

    /** A verb as people type it, in a document or a script. */
    private static final Pattern VERB = Pattern.compile("\\./cactus ([a-z][a-z-]*)");

    private static final Path ROOT = Project.current().root();

    private final StringWriter out = new StringWriter();
    private final StringWriter err = new StringWriter();

    @Test
    void everyVerbExplainsItself() {
        for (var verb : verbs(Cactus.commandLine(), List.of())) {
            out.getBuffer().setLength(0);

            var arguments = Stream.concat(verb.stream(), Stream.of("--help")).toArray(String[]::new);

            assertThat(run(arguments)).as(String.join(" ", arguments)).isZero();
            assertThat(out.toString()).startsWith("Usage: cactus " + String.join(" ", verb));
        }
    }

    @Test
    void aMisspeltVerbSuggestsTheRightOne() {
        assertThat(run("statsu")).isEqualTo(2);
        assertThat(err.toString()).contains("Did you mean status?");

        assertThat(run("aws", "validat")).isEqualTo(2);
        assertThat(err.toString()).contains("Did you mean validate?", "cactus aws --help explains it.");
    }

    @Test
    void aMisspeltOptionSuggestsTheRightOne() {
        assertThat(run("up", "--prot", "8090")).isEqualTo(2);
        assertThat(err.toString()).contains("'--prot'", "Did you mean --port?", "cactus up --help explains it.");

        assertThat(run("up", "--nativ")).isEqualTo(2);
        assertThat(err.toString()).contains("Did you mean --native?");
    }

    @Test
    void anUnknownBenchmarkIsRefusedBeforeAnythingIsBuilt() {
        assertThat(run("bench", "webhoks")).isEqualTo(2);
        assertThat(err.toString()).contains("webhoks").contains("webhooks, dashboard, lambda, box");
    }

    @Test
    void everyVerbThatADocumentNamesExistsAndIsRunByCi() throws IOException {
        var known = Cactus.commandLine().getSubcommands().keySet();
        var documented = new TreeSet<>(
                verbsIn("README.md", "docs/contributing.md", "Taskfile.yml", "docs/aws.md", "docs/runbook.md"));

        assertThat(known).containsAll(documented);
        assertThat(verbsIn(".ci/run", ".ci/verbs")).containsAll(documented);
    }

    private int run(String... arguments) {
        return Cactus.commandLine()
                .setOut(new PrintWriter(out, true))
                .setErr(new PrintWriter(err, true))
                .execute(arguments);
    }

    /** The verbs below that one, each as its words. */
    private static List<List<String>> verbs(CommandLine parent, List<String> words) {
        var verbs = new ArrayList<List<String>>();
        parent.getSubcommands().forEach((name, command) -> {
            var all = Stream.concat(words.stream(), Stream.of(name)).toList();
            verbs.add(all);
            verbs.addAll(verbs(command, all));
        });
        return verbs;
    }

    private static List<String> verbsIn(String... files) throws IOException {
        var verbs = new ArrayList<String>();
        for (var file : files) {
            VERB.matcher(Files.readString(ROOT.resolve(file)))
                    .results()
                    .map(found -> found.group(1))
                    .forEach(verbs::add);
        }
        return verbs;
    }
}
