package io.hotlens.app.cli;

import io.hotlens.app.model.ModelCheck;
import io.hotlens.app.session.ModelAdmin;
import io.hotlens.skills.data.Data;

import org.jspecify.annotations.Nullable;

import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

import java.net.URI;
import java.util.Locale;
import java.util.Optional;

/// One cheap round trip with a model.
@Command(
        name = "test",
        description = "Ask a model once and tell what works.",
        mixinStandardHelpOptions = true)
final class ModelsTestCommand implements CommandRunner {

    private final ModelAdmin admin;
    private final Terminal terminal;

    @Parameters(
            arity = "0..1",
            paramLabel = "NAME",
            description = "A client of the settings or PROVIDER:MODEL (default: the primary one).")
    @Nullable String name;

    @Option(
            names = "--base-url",
            paramLabel = "URL",
            description = "Where PROVIDER:MODEL is reached.")
    @Nullable URI baseUrl;

    @Option(names = "--json", description = "Print one JSON object.")
    boolean json;

    ModelsTestCommand(ModelAdmin admin, Terminal terminal) {
        this.admin = admin;
        this.terminal = terminal;
    }

    @Override
    public Integer call() throws InterruptedException {
        ModelCheck check;
        try {
            check = admin.check(Optional.ofNullable(name), Optional.ofNullable(baseUrl));
        } catch (IllegalArgumentException e) {
            throw new UsageException(String.valueOf(e.getMessage()));
        }
        if (json) {
            terminal.json(data(check));
        } else {
            print(check);
        }
        return check.works() ? ExitStatus.NOTHING_WRONG : ExitStatus.UNREACHABLE;
    }

    private void print(ModelCheck check) {
        terminal.line("model      " + check.model());
        terminal.line("answers    " + (check.answered() ? "yes" : "no"));
        terminal.line("tools      " + (check.callsTools() ? "yes" : "no"));
        terminal.line("latency    %d ms".formatted(check.latency().toMillis()));
        terminal.line(
                "price      "
                        + check.price()
                                .map(
                                        p ->
                                                String.format(
                                                        Locale.ROOT,
                                                        "%.2f USD in, %.2f USD out, for a million"
                                                                + " tokens",
                                                        p.inputUsd(),
                                                        p.outputUsd()))
                                .orElse("not known: limits in USD do not hold; add it to prices"));
        if (!check.problem().isEmpty()) {
            terminal.line(check.problem());
        }
    }

    private static Data data(ModelCheck check) {
        var fields =
                Data.fields()
                        .put("model", check.model())
                        .put("answers", check.answered())
                        .put("calls_tools", check.callsTools())
                        .put("latency_ms", (double) check.latency().toMillis())
                        .put("problem", check.problem());
        check.price()
                .ifPresent(
                        p ->
                                fields.put("input_usd", p.inputUsd())
                                        .put("output_usd", p.outputUsd()));
        return fields.build();
    }
}
