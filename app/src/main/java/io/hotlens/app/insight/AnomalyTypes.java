package io.hotlens.app.insight;

import java.util.stream.Collectors;

/// The anomaly types as models read them, so that operators and coordinator use the same words.
public final class AnomalyTypes {

    private static final String LIST =
            CausalModel.builtIn().all().stream()
                    .map(
                            cause ->
                                    "- `%s`: %s%s%s"
                                            .formatted(
                                                    cause.type(),
                                                    cause.title(),
                                                    cause.symptom() ? "; a symptom" : "",
                                                    cause.entailed()
                                                            ? "; observing it proves it"
                                                            : ""))
                    .collect(Collectors.joining("\n"));

    private AnomalyTypes() {}

    /// One line for each type of the built-in causal model.
    public static String list() {
        return LIST;
    }
}
