package io.hotlens.ui.support;

import io.hotlens.app.access.Redactor;
import io.hotlens.app.llm.Reply;
import io.hotlens.app.llm.ToolSpec;
import io.hotlens.app.llm.Transcript;
import io.hotlens.app.llm.egress.Egress;
import io.hotlens.app.llm.egress.EgressPolicy;
import io.hotlens.app.session.SessionEgress;
import io.hotlens.app.settings.EgressChoices;
import io.hotlens.app.settings.TargetKey;
import io.hotlens.app.trace.Usage;
import io.hotlens.skills.data.Data;

import java.time.InstantSource;
import java.util.List;
import java.util.Optional;

/// The real gate to a provider that answers nothing, with its policies in memory.
public final class ScriptedEgress implements SessionEgress.Policies {

    public static final String MODEL = "anthropic:claude-haiku-4-5-20251001";

    private static final List<ToolSpec> TOOLS =
            List.of(new ToolSpec("execute", "Runs Lua.", Data.fields().build()));

    private volatile EgressChoices choices = EgressChoices.DEFAULT;
    private final SessionEgress session = new SessionEgress(TargetKey.of(Samples.target()), this);
    private final Egress gate =
            new Egress(
                    new Egress.Setup(
                            Redactor.usual(),
                            session::policy,
                            session.consent(),
                            session.log(),
                            InstantSource.fixed(Samples.NOON)));

    public SessionEgress session() {
        return session;
    }

    public EgressChoices choices() {
        return choices;
    }

    public void choose(EgressPolicy usual) {
        choices = choices.withUsual(usual);
    }

    @Override
    public EgressPolicy of(TargetKey target) {
        return choices.of(target);
    }

    @Override
    public void keep(TargetKey target, Optional<EgressPolicy> own) {
        choices = choices.with(target, own);
    }

    /// Asks the model, as a run with a model of the settings does.
    ///
    /// @throws io.hotlens.app.llm.LlmException when nothing may leave
    public void ask(Data content) throws InterruptedException {
        var _ =
                gate.guard(
                                (_, _) ->
                                        new Reply(
                                                List.of(),
                                                "",
                                                new Usage(1, 10, 10, 0),
                                                Data.NOTHING),
                                MODEL,
                                true)
                        .ask(Transcript.of("You look for what is wrong.", content), TOOLS);
    }

    /// What an operator tells of a target, with something of every class.
    public static Data content() {
        return Data.fields()
                .put("reason", "slow since /srv/shop/orders grows")
                .put("message", "payment of jane@example.com failed, password=hunter2")
                .put("sql", "select * from orders where customer = 'Jane Doe'")
                .put("host", "db-1.shop.example.com")
                .put("threads", 214)
                .build();
    }
}
