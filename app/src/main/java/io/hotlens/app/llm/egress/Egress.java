package io.hotlens.app.llm.egress;

import io.hotlens.app.access.Redactor;
import io.hotlens.app.llm.ByIdentity;
import io.hotlens.app.llm.ChatClient;
import io.hotlens.app.llm.LlmException;
import io.hotlens.app.llm.Reply;
import io.hotlens.app.llm.ToolCall;
import io.hotlens.app.llm.ToolSpec;
import io.hotlens.app.llm.Transcript;
import io.hotlens.skills.data.Data;

import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import java.util.WeakHashMap;
import java.util.function.Supplier;

/// The one way to a provider for one session: what a loop asks is cleaned, allowed by the policy or
/// by the user, recorded and sent; stand-ins in the answer are turned back. Transcripts of the
/// loops keep the originals. Safe from any thread.
public final class Egress {

    private static final Logger LOG = System.getLogger(Egress.class.getName());

    /// @param policy asked anew for each request
    /// @param consent asked when the policy says so
    public record Setup(
            Redactor redactor,
            Supplier<EgressPolicy> policy,
            EgressConsent consent,
            EgressLog log,
            InstantSource clock) {}

    private record Request(
            Transcript transcript,
            List<Replaced> replaced,
            Map<DataClass, Integer> withheld,
            int chars) {}

    private final Setup with;
    private final TextCleaner.Stock stock = new TextCleaner.Stock();
    private final Restorer restorer = new Restorer(stock.pseudonyms());
    private final Map<ToolCall, ToolCall> said = Collections.synchronizedMap(new WeakHashMap<>());
    private final ByIdentity<String, Integer> systemChars = new ByIdentity<>();
    private final ByIdentity<ToolSpec, Integer> toolChars = new ByIdentity<>();
    private final Agreement agreement;
    private volatile MessageCleaner cleaner;
    private volatile boolean blind;

    public Egress(Setup with) {
        this.with = with;
        this.agreement = new Agreement(with.consent());
        this.cleaner = cleaner(with.policy().get());
    }

    private MessageCleaner cleaner(EgressPolicy policy) {
        return new MessageCleaner(with.redactor(), stock, policy.allowed(), said);
    }

    /// Puts itself before a provider. The client throws [io.hotlens.app.llm.LlmException.Fatal]
    /// when a request may not leave or cannot be cleaned; nothing was sent then.
    ///
    /// @param model the name in sentences and in the log, such as `openai:gpt-5-mini`
    /// @param consented whether the user named this model for this run, which is consent unless the
    ///   user is asked anyway
    public ChatClient guard(ChatClient provider, String model, boolean consented) {
        return (transcript, tools) -> ask(provider, model, consented, transcript, tools);
    }

    /// Learns from the answer of a callback which texts must not leave, so that they are known when
    /// a script has taken them out of their fields.
    public void saw(Data answer) {
        try {
            current(with.policy().get()).learn(answer);
        } catch (RuntimeException | StackOverflowError e) {
            LOG.log(Level.ERROR, "an answer could not be learned; nothing leaves any more", e);
            blind = true;
        }
    }

    private Reply ask(
            ChatClient provider,
            String model,
            boolean consented,
            Transcript transcript,
            List<ToolSpec> tools)
            throws InterruptedException {
        EgressPolicy policy = with.policy().get();
        if (policy.mode() == EgressPolicy.Mode.NEVER) {
            throw new LlmException.Fatal(
                    "nothing of this target may leave for "
                            + model
                            + ": its egress mode is 'never'; set it to 'ask' or 'automatic' in the"
                            + " settings, or use the rules model");
        }
        Request request = clean(transcript, policy, model);
        if (policy.mode() == EgressPolicy.Mode.ASK
                && (!consented || with.consent().isAskedAboutNamedModels())) {
            String text = RequestText.of(request.transcript(), tools);
            agreement.need(policy, transcript, preview(model, text, request));
        }
        long number = with.log().next();
        with.log()
                .add(
                        new EgressLog.Entry(
                                number,
                                with.clock().instant(),
                                model,
                                request.transcript(),
                                tools,
                                opening(transcript.system(), tools) + request.chars(),
                                request.withheld()));
        return restored(provider.ask(request.transcript(), tools), number);
    }

    /// Chars of a request before its messages.
    private int opening(String system, List<ToolSpec> tools) {
        return systemChars.get(system, one -> RequestText.system(one).length())
                + tools.stream()
                        .mapToInt(
                                tool ->
                                        toolChars.get(
                                                tool, one -> 1 + RequestText.line(one).length()))
                        .sum();
    }

    /// What is shown of the originals has lost its secrets as well.
    private EgressPreview preview(String model, String text, Request request) {
        List<Replaced> shown =
                request.replaced().stream()
                        .map(
                                one ->
                                        new Replaced(
                                                one.dataClass(),
                                                with.redactor().redact(one.original()),
                                                one.sent()))
                        .toList();
        return new EgressPreview(model, text, request.withheld(), shown);
    }

    private Request clean(Transcript transcript, EgressPolicy policy, String model) {
        if (blind) {
            throw uncleaned(model, "an answer of a callback");
        }
        try {
            MessageCleaner cleaning = current(policy);
            var messages = new ArrayList<Transcript.Message>();
            var replaced = new ArrayList<Replaced>();
            var withheld = new EnumMap<DataClass, Integer>(DataClass.class);
            int chars = 0;
            for (Transcript.Message message : transcript.messages()) {
                Cleaned clean = cleaning.clean(message);
                chars += 1 + clean.chars();
                messages.add(clean.message());
                replaced.addAll(clean.replaced());
                clean.replaced().forEach(r -> withheld.merge(r.dataClass(), 1, Integer::sum));
                if (clean.secrets() > 0) {
                    withheld.merge(DataClass.SECRETS, clean.secrets(), Integer::sum);
                }
            }
            return new Request(
                    new Transcript(transcript.system(), messages), replaced, withheld, chars);
        } catch (RuntimeException | StackOverflowError e) {
            LOG.log(Level.ERROR, "a request for " + model + " could not be cleaned", e);
            throw uncleaned(model, e.getClass().getSimpleName());
        }
    }

    private static LlmException uncleaned(String model, String why) {
        return new LlmException.Fatal(
                "nothing was sent to %s: what would leave could not be cleaned (%s); use the rules model, and report this"
                        .formatted(model, why));
    }

    private MessageCleaner current(EgressPolicy policy) {
        MessageCleaner now = cleaner;
        if (!now.allowed().equals(policy.allowed())) {
            now = cleaner(policy);
            cleaner = now;
        }
        return now;
    }

    private Reply restored(Reply reply, long number) {
        var calls = new ArrayList<ToolCall>();
        for (ToolCall call : reply.calls()) {
            ToolCall whole = restorer.call(call);
            said.put(whole, call);
            calls.add(whole);
        }
        return new Reply(
                calls,
                restorer.text(reply.text()),
                reply.usage(),
                reply.thought(),
                OptionalLong.of(number));
    }
}
